# S4-13: the article's first command line.
qemu-system-x86_64 \
  -enable-kvm \
  -machine type=q35,accel=kvm \
  -cpu host,topoext=on \
  -smp 4,sockets=1,cores=4,threads=1 \
  -m 8G \
  -mem-path /dev/hugepages \
  -numa node,nodeid=0,cpus=0-3,mem=4G \
  -object memory-backend-file,id=mem-node1,prealloc=yes,mem-path=/dev/hugepages,size=4G,share=yes,policy=bind,host-nodes=0 \
  -numa node,nodeid=1,cpus=0-3,mem=4G \
  -object memory-backend-file,id=mem-node2,prealloc=yes,mem-path=/dev/hugepages,size=4G,share=yes,policy=bind,host-nodes=1 \
  -device virtio-gpu-pci,numa=0 \
  -drive file=my_disk.img,if=virtio,format=qcow2 \
  -net nic,model=virtio -net user,hostfwd=tcp::2222-:22 \
  -vnc :0
