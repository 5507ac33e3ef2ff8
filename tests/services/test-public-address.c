/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-public-address.h"

static const struct
{
  const char *host;
  gboolean is_public;
} hosts[] = {
  { "res.cisco.com", TRUE },
  { "RES.CISCO.COM.", TRUE },
  { "localhosting.com", TRUE },
  { "notlocal", FALSE },
  { "localhost", FALSE },
  { "addin.LOCALHOST", FALSE },
  { "printer.local", FALSE },
  { "printer.local.", FALSE },
  { "glocal.example.local.com", TRUE },
  { "router.home.arpa", FALSE },
  { "arpa.internal", FALSE },
  { "intranet", FALSE },
  { "intranet.", FALSE },
  { "", FALSE },
  { ".", FALSE },
  /* addresses, written as one may */
  { "8.8.8.8", TRUE },
  { "172.15.255.255", TRUE },
  { "172.16.0.0", FALSE },
  { "172.31.255.255", FALSE },
  { "172.32.0.0", TRUE },
  { "10.1.2.3", FALSE },
  { "192.168.0.1", FALSE },
  { "192.169.0.1", TRUE },
  { "100.64.0.1", FALSE },
  { "100.128.0.1", TRUE },
  { "169.254.169.254", FALSE },
  { "127.0.0.1", FALSE },
  { "127.1", FALSE },
  { "0x7f.0.0.1", FALSE },
  { "0.0.0.0", FALSE },
  { "224.0.0.1", FALSE },
  { "255.255.255.255", FALSE },
  { "2130706433", FALSE },
  { "10.1.2.3.", FALSE },
  { "2606:4700::1111", TRUE },
  { "64:ff9b::808:808", TRUE },
  { "::", FALSE },
  { "::1", FALSE },
  { "::127.0.0.1", FALSE },
  { "::ffff:10.0.0.1", FALSE },
  { "fc00::1", FALSE },
  { "fdff::1", FALSE },
  { "fe80::1", FALSE },
  { "fec0::1", FALSE },
  { "ff02::1", FALSE },
  { "2002:a00:1::", FALSE },
  { "2001:db8::1", FALSE },
};

static void
test_hosts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (hosts[i].host);

      g_test_message ("“%s”", hosts[i].host);
      g_assert_cmpint (waxseal_public_address_is_host (hosts[i].host), ==, hosts[i].is_public);
      if (address != NULL)
        g_assert_cmpint (waxseal_public_address_is (address), ==, hosts[i].is_public);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/public-address/hosts", test_hosts);
  return g_test_run ();
}
