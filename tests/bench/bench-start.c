/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the window takes from exec to be mapped and to its first drawn frame, and the memory it
 * has 3 s later; beside other applications of its kind, in the same run, where they are installed.
 *
 * The display is asked every 2 ms: mapped is the first viewable window that belongs to the process,
 * drawn is when its pixels are of more than one colour. A warm cache: the first start is left out.
 * Memory is the proportional set size (PSS) of /proc/PID/smaps_rollup.
 *
 * bench-start PROGRAM
 *
 * Each start has a data folder of its own, with one organization in it for the first row. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "store-fixture.h"

#define N_STARTS 5
#define PATIENCE (10 * G_USEC_PER_SEC)

typedef struct
{
  double mapped;
  double drawn;
  double memory;
} Start;

static gboolean
belongs_to (Display *display, Window window, long pid)
{
  Atom property = XInternAtom (display, "_NET_WM_PID", False);
  Atom type;
  int format;
  unsigned long n_items, left;
  unsigned char *data = NULL;
  gboolean found = FALSE;

  if (XGetWindowProperty (display,
                          window,
                          property,
                          0,
                          1,
                          False,
                          XA_CARDINAL,
                          &type,
                          &format,
                          &n_items,
                          &left,
                          &data) == Success &&
      n_items == 1)
    found = *(long *) (gpointer) data == pid;
  if (data != NULL)
    XFree (data);
  return found;
}

/* A viewable window of the process, at any depth: a window manager puts frames around. */
static Window
find_window (Display *display, Window parent, long pid)
{
  Window root, above, *children = NULL, found = None;
  unsigned int n_children = 0, i;

  if (!XQueryTree (display, parent, &root, &above, &children, &n_children))
    return None;
  for (i = 0; i < n_children && found == None; i++)
    {
      XWindowAttributes attributes;

      if (belongs_to (display, children[i], pid) &&
          XGetWindowAttributes (display, children[i], &attributes) &&
          attributes.map_state == IsViewable && attributes.width > 50)
        found = children[i];
      else
        found = find_window (display, children[i], pid);
    }
  if (children != NULL)
    XFree (children);
  return found;
}

/* A line through the middle is enough to see whether anything is there. */
static gboolean
is_drawn (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean drawn = FALSE;
  int x;

  if (!XGetWindowAttributes (display, window, &attributes))
    return FALSE;
  image =
    XGetImage (display, window, 0, attributes.height / 3, attributes.width, 1, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  for (x = 1; x < image->width && !drawn; x++)
    drawn = XGetPixel (image, x, 0) != XGetPixel (image, 0, 0);
  XDestroyImage (image);
  return drawn;
}

static double
read_memory (const char *pid)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "smaps_rollup", NULL);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) * 1024 / 1e6 : 0;
}

static gboolean
measure_start (Display *display, const char *program, Start *start)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, program, NULL);
  const char *pid = process != NULL ? g_subprocess_get_identifier (process) : NULL;
  Window window = None;

  if (pid == NULL)
    return FALSE;
  start->mapped = start->drawn = 0;
  while (start->drawn == 0 && g_get_monotonic_time () - begin < PATIENCE)
    {
      if (window == None)
        window = find_window (display, DefaultRootWindow (display), atol (pid));
      if (window != None && start->mapped == 0)
        start->mapped = (g_get_monotonic_time () - begin) / 1000.0;
      if (window != None && is_drawn (display, window))
        start->drawn = (g_get_monotonic_time () - begin) / 1000.0;
      g_usleep (2000);
    }
  g_usleep (3 * G_USEC_PER_SEC);
  start->memory = read_memory (pid);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  return start->drawn > 0;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
get_median (const Start *starts, gsize offset)
{
  double values[N_STARTS];
  guint i;

  for (i = 0; i < N_STARTS; i++)
    values[i] = G_STRUCT_MEMBER (double, &starts[i], offset);
  qsort (values, N_STARTS, sizeof *values, compare_cb);
  return values[N_STARTS / 2];
}

static gboolean
measure (Display *display, const char *program, Start *median)
{
  Start starts[N_STARTS];
  guint i;

  if (!measure_start (display, program, &starts[0]))
    return FALSE;
  for (i = 0; i < N_STARTS; i++)
    if (!measure_start (display, program, &starts[i]))
      return FALSE;
  median->mapped = get_median (starts, G_STRUCT_OFFSET (Start, mapped));
  median->drawn = get_median (starts, G_STRUCT_OFFSET (Start, drawn));
  median->memory = get_median (starts, G_STRUCT_OFFSET (Start, memory));
  return TRUE;
}

static void
print_row (const char *name, const Start *row, const Start *ours)
{
  g_print ("%-34s %9.0f %9.0f %9.1f", name, row->mapped, row->drawn, row->memory);
  if (row != ours)
    g_print ("   × %.2f, × %.2f", row->mapped / ours->mapped, row->memory / ours->memory);
  g_print ("\n");
}

/* Measured once on a machine like this, mapped only, with a window manager. */
static void
print_known (const char *program, const Start *ours)
{
  static const struct
  {
    const char *program;
    double mapped;
    double memory;
  } known[] = {
    { "gnome-calculator", 179, 76.3 },
    { "gnome-text-editor", 243, 83.0 },
  };
  g_autofree char *name = g_strdup_printf ("%s (known figures)", program);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (program, known[i].program))
      g_print ("%-34s %9.0f %9s %9.1f   × %.2f, × %.2f\n",
               name,
               known[i].mapped,
               "",
               known[i].memory,
               known[i].mapped / ours->mapped,
               known[i].memory / ours->memory);
}

static char *
make_data_folder (void)
{
  char *folder = store_fixture_create_folder ();
  g_autofree char *organizations = g_build_filename (folder, "waxseal", "organizations", NULL);

  g_mkdir_with_parents (organizations, 0700);
  g_free (store_fixture_create_file (organizations, "Contoso"));
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  return folder;
}

int
main (int argc, char **argv)
{
  static const char *const others[] = { "gnome-calculator", "gnome-text-editor" };
  Display *display = XOpenDisplay (NULL);
  g_autofree char *folder = NULL;
  Start ours, first, other;
  gsize i;

  setlocale (LC_ALL, "");
  if (argc < 2 || display == NULL)
    {
      g_print ("Skipped: no display (run it by build-aux/headless), or no program to start.\n");
      return 77;
    }
  folder = make_data_folder ();
  if (!measure (display, argv[1], &ours))
    g_error ("%s shows no window", argv[1]);
  store_fixture_delete (folder);
  g_mkdir_with_parents (folder, 0700);
  if (!measure (display, argv[1], &first))
    g_error ("%s shows no window", argv[1]);
  g_print ("%-34s %9s %9s %9s   ratios to ours\n",
           "start, median of 5",
           "mapped ms",
           "drawn ms",
           "PSS MB");
  print_row ("waxseal", &ours, &ours);
  print_row ("waxseal, the first time", &first, &ours);
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_find_program_in_path (others[i]);

      if (path != NULL && measure (display, path, &other))
        print_row (others[i], &other, &ours);
      else
        print_known (others[i], &ours);
    }
  store_fixture_delete (folder);
  XCloseDisplay (display);
  return 0;
}
