# shellcheck shell=bash
# WebRTC media never runs over lo: Asterisk offers no loopback address. A machine that has nothing else gets a pair of
# virtual interfaces, which stays inside the machine.

need_media_interface() {
  media_interface && return
  if ((EUID == 0)) && ip link add crmums0 type veth peer name crmums1 2>"$LOGS/network.log"; then
    ip addr add 10.255.255.1/24 dev crmums0 && ip link set crmums0 up && ip link set crmums1 up
    wait_for 5 media_interface && step network "made crmums0: browsers' audio needs more than lo" && return
  fi
  warn "this machine has only the interface lo: calls work, but a browser gets NO AUDIO. Cure, as root:" \
    "ip link add crmums0 type veth peer name crmums1; ip addr add 10.255.255.1/24 dev crmums0;" \
    "ip link set crmums0 up; ip link set crmums1 up"
}

media_interface() { ip -4 -o addr show up scope global | grep -q .; }
