# Commands of the pinning guide (S3-46, S3-47, S3-48), each as it stands there.
taskset -cp <qemu-pid>
virsh numastat ubuntu-vm
perf stat -p <qemu-pid> -a sleep 10
numastat -c qemu-system-x86 | grep numa_miss
virsh vcpupin ubuntu-vm
ps -mo pid,tid,comm,psr -p <qemu-pid>
