using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The data-protection keys that all hosts of an installation share, in the directory <c>DataProtection:Keys</c>.</summary>
static class SharedKeys
{
    const string Setting = "DataProtection:Keys";

    public static void AddSharedKeys(this WebApplicationBuilder builder)
    {
        var directory = builder.Configuration[Setting];
        if (string.IsNullOrWhiteSpace(directory))
            throw new InvalidOperationException(
                $"{Setting} must name the directory of the keys that all hosts of this installation share.");

        builder.Services.AddDataProtection().SetApplicationName("helpdesk").PersistKeysToFileSystem(PrivateFolder.Create(directory));
        // Only the owner may read the directory; encrypting the keys with a certificate beside them would protect them no better.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    /// <summary>
    /// Creates the first key under a lock: hosts that start side by side on an empty directory would each create their own, and refuse
    /// each other's protected values until they read the directory again.
    /// </summary>
    public static void EnsureKey(IServiceProvider services)
    {
        var directory = services.GetRequiredService<IConfiguration>()[Setting]!;
        using var exclusive = Lock(Path.Combine(directory, ".lock"));
        if (services.GetRequiredService<IKeyManager>().GetAllKeys().Count == 0)
            services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first key").Protect([]);
    }

    static FileStream Lock(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 200)
            {
                Thread.Sleep(50);
            }
        }
    }
}
