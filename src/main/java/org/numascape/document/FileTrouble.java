package org.numascape.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What went wrong with a file, in words.
public interface FileTrouble {

  /// One sentence, without the file's name.
  static String sentence(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException e -> "There is no such file or folder.";
      case AccessDeniedException e -> "You are not allowed to use this file.";
      case NotDirectoryException e -> "A folder on the way to it is no folder.";
      case DirectoryNotEmptyException e -> "A folder of that name is in the way.";
      case FileAlreadyExistsException e -> "A file of that name is in the way.";
      case FileSystemException e ->
          withStop(e.getReason() == null ? "It cannot be used" : e.getReason());
      default -> withStop(trouble.getMessage() == null ? trouble.toString() : trouble.getMessage());
    };
  }

  private static String withStop(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}
