package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"samples", "show", "render", "place", "check", "diff", "apply", "verify"})
  void everyVerbHasHelpOnStandardOutput(String verb) {
    var run = Run.of(verb, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: numascape " + verb);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(Run.of("--version")).isEqualTo(new Run(0, "Numascape 0.1.0\n", ""));
    assertThat(Run.of("show", "--version")).isEqualTo(new Run(0, "Numascape 0.1.0\n", ""));
  }

  @Test
  void aMisspeltVerbIsSuggested() {
    var run = Run.of("shwo");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Did you mean: numascape show?");
  }

  @Test
  void aMissingArgumentSaysWhereHelpIs() {
    var run = Run.of("show");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("HOST").endsWith("Try: numascape show --help\n");
  }

  @ParameterizedTest
  @CsvSource({
    "samples, true",
    "--help, true",
    "-V, true",
    "shwo, true",
    "generate-completion, true",
    "this, false",
    "qemu:///system, false",
    "sample:demonstration, false",
    "rack.numascape.json, false",
    "./folder/host, false"
  })
  void hostsAndDesignsOpenTheWindowAndAllElseIsForTheCommandLine(String first, boolean verb) {
    assertThat(Cli.isVerb(first)).isEqualTo(verb);
  }

  @Test
  void noArgumentOpensTheWindow() {
    assertThat(Cli.isVerb()).isFalse();
  }

  @Test
  void aHostOutOfReachIsStatusThree() {
    var run = Run.of("show", "qemu+ssh://nobody@nowhere.invalid/system");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            "numascape: qemu+ssh://nobody@nowhere.invalid/system cannot be reached: no route\n");
  }

  @Test
  void whatCannotBeReadIsSaidInOneLineWithTheFileFirst() throws IOException {
    var domain = file("domain.xml", "<domain type='kvm'><name>a</name></domain>");
    var newer = file("new.numascape.json", "{\"format\": \"numascape-design\", \"version\": 9}");
    var other = file("other.xml", "<network/>");
    var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28, 0});

    for (var host :
        List.of(
            folder.resolve("nowhere").toString(),
            folder.toString(),
            domain,
            newer,
            other,
            binary.toString(),
            file("empty", ""),
            file("lscpu.txt", "Architecture:  x86_64\n"),
            "sample:nowhere",
            "synthetic:2 core:4 2",
            "this")) {
      var run = Run.of("show", host);

      assertThat(run.status()).as(host).isEqualTo(2);
      assertThat(run.out()).as(host).isEmpty();
      assertThat(run.err())
          .as(host)
          .startsWith("numascape: " + host)
          .endsWith(".\n")
          .doesNotContain("xception");
      assertThat(run.err().lines()).as(host).hasSize(1);
    }
  }

  @Test
  void aDomainIsToldFromAHost() throws IOException {
    String domain = file("domain.xml", "<?xml version='1.0'?>\n<!-- a -->\n<domain type='kvm'/>");

    assertThat(Run.of("show", domain).err())
        .isEqualTo(
            "numascape: "
                + domain
                + ": This describes a virtual machine (libvirt domain XML), not a host.\n");
  }

  @Test
  void anUnreadableHostDoesNotKeepTheOthersFromBeingTold() {
    var run = Run.of("show", "/nowhere", "sample:laptop");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("14 cores");
  }

  @Test
  void shellCompletionKnowsTheVerbs() {
    var run = Run.of("generate-completion");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("render").contains("--theme");
  }

  @Test
  void resultsAreUtf8WhateverTheLocale() {
    var bytes =
        Run.of("render", "sample:demonstration", "-o", "-").out().getBytes(StandardCharsets.UTF_8);

    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("×").doesNotContain("\uFFFD");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
