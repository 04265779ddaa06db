using System.Security.Cryptography;

namespace Helpdesk.AppHost.Servers;

/// <summary>The password of one of our servers, generated at first use and stored beside the server's data.</summary>
static class PasswordFile
{
    static readonly Lock Gate = new();

    public static string PathIn(string directory) => Path.Combine(directory, "password");

    public static string Read(string directory)
    {
        var path = PathIn(directory);
        lock (Gate)
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(directory);
                using var file = new FileStream(path, new FileStreamOptions
                {
                    Mode = FileMode.CreateNew, Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                });
                file.Write(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));
            }
        }

        return File.ReadAllText(path);
    }
}
