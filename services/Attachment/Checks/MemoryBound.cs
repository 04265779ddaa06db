using System.Runtime.InteropServices;

namespace Helpdesk.Attachment.Checks;

/// <summary>
/// A bound on what this process may allocate outside of the collector's heap, kept by the kernel: native code that asks for more is refused
/// or ends. Enough for the largest picture that is accepted, twice.
/// </summary>
static class MemoryBound
{
    const int Data = 2, Core = 4;
    const ulong Most = 768 * 1024 * 1024;

    /// <summary>Sets it, for good. Elsewhere than on Linux there is none.</summary>
    public static void Set()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Nor does a picture stay behind in the memory image of a process that crashed.
        if (SetLimit(Data, new(Most, Most)) != 0 || SetLimit(Core, default) != 0)
            throw new IOException("The memory of this process cannot be bounded.");
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SetLimit(int resource, in Limit limit);

    readonly record struct Limit(ulong Soft, ulong Hard);
}
