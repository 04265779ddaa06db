using System.Runtime.InteropServices;

namespace Helpdesk.Attachment.Checks;

/// <summary>
/// Bounds what this process may allocate outside of the collector's heap. The kernel enforces it: native code that asks for more is
/// refused, or ends. Enough for the largest image that is accepted, twice.
/// </summary>
static class MemoryLimit
{
    const int Data = 2, Core = 4;
    const ulong MaxBytes = 768 * 1024 * 1024;

    /// <summary>Sets it, for good. Elsewhere than on Linux there is none.</summary>
    public static void Set()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Nor does an image stay behind in the memory image of a process that crashed.
        if (SetLimit(Data, new(MaxBytes, MaxBytes)) != 0 || SetLimit(Core, default) != 0)
            throw new IOException("The memory of this process cannot be bounded.");
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SetLimit(int resource, in Limit limit);

    readonly record struct Limit(ulong Soft, ulong Hard);
}
