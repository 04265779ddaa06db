namespace Helpdesk.Fixtures;

/// <summary>Locks between processes that the kernel releases when a process ends, however it ends.</summary>
static class FileLock
{
    public static Task<FileStream> ExclusiveAsync(string path) => OpenAsync(path, FileAccess.ReadWrite, FileShare.None);

    public static Task<FileStream> SharedAsync(string path) => OpenAsync(path, FileAccess.Read, FileShare.Read);

    static async Task<FileStream> OpenAsync(string path, FileAccess access, FileShare share)
    {
        // The first process may have to install the servers.
        var deadline = DateTime.UtcNow.AddMinutes(10);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, access, share);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                await Task.Delay(50);
            }
        }
    }
}
