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
 * Each start has a data folder of its own, with one organization in it for the first row. PSS is
 * shared with whatever else runs with the same libraries: compare within one run. */
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

/* One row of the table; @path is NULL where the program is not installed. */
typedef struct
{
  const char *name;
  char *path;
  gboolean has_organization;
  Start known;
  Start starts[N_STARTS];
  Start median;
} Program;

/* Ours first; the figures of the others were measured once on a machine like this, with a window
 * manager, and say when the window was mapped. */
static Program programs[] = {
  { "waxseal", NULL, TRUE },
  { "waxseal, the first time", NULL, FALSE },
  { "gnome-calculator", NULL, FALSE, { 179, 0, 76.3 } },
  { "gnome-text-editor", NULL, FALSE, { 243, 0, 83.0 } },
};

static void
find_programs (const char *ours)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (programs); i++)
    programs[i].path = g_str_has_prefix (programs[i].name, "waxseal")
                         ? g_strdup (ours)
                         : g_find_program_in_path (programs[i].name);
}

static void
fill_data_folder (const char *folder, gboolean has_organization)
{
  g_autofree char *organizations = g_build_filename (folder, "waxseal", "organizations", NULL);

  store_fixture_delete (folder);
  g_mkdir_with_parents (organizations, 0700);
  if (has_organization)
    g_free (store_fixture_create_file (organizations, "Contoso"));
}

/* In turns, so that what else the machine does hits all alike; the first round is not counted. */
static void
measure_all (Display *display, const char *folder)
{
  gsize i;
  int round;

  for (round = -1; round < N_STARTS; round++)
    for (i = 0; i < G_N_ELEMENTS (programs); i++)
      {
        fill_data_folder (folder, programs[i].has_organization);
        if (programs[i].path != NULL &&
            !measure_start (display, programs[i].path, &programs[i].starts[MAX (round, 0)]))
          g_error ("%s shows no window", programs[i].path);
      }
}

static void
print_row (const Program *program, const Start *row)
{
  const Start *ours = &programs[0].median;
  g_autofree char *name =
    g_strconcat (program->name, program->path == NULL ? " (known figures)" : "", NULL);

  g_print ("%-34s %9.0f %9.0f %9.1f   × %.2f, × %.2f\n",
           name,
           row->mapped,
           row->drawn,
           row->memory,
           row->mapped / ours->mapped,
           row->memory / ours->memory);
}

static void
print_all (void)
{
  gsize i;

  g_print ("%-34s %9s %9s %9s   ratios to ours\n",
           "start, median of 5",
           "mapped ms",
           "drawn ms",
           "PSS MB");
  for (i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      Program *program = &programs[i];

      program->median.mapped = get_median (program->starts, G_STRUCT_OFFSET (Start, mapped));
      program->median.drawn = get_median (program->starts, G_STRUCT_OFFSET (Start, drawn));
      program->median.memory = get_median (program->starts, G_STRUCT_OFFSET (Start, memory));
      print_row (program, program->path != NULL ? &program->median : &program->known);
      g_free (program->path);
    }
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  g_autofree char *folder = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2 || display == NULL)
    {
      g_print ("Skipped: no display (run it by build-aux/headless), or no program to start.\n");
      return 77;
    }
  folder = store_fixture_create_folder ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  find_programs (argv[1]);
  measure_all (display, folder);
  print_all ();
  store_fixture_delete (folder);
  XCloseDisplay (display);
  return 0;
}
