using System.Security.Cryptography;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Resources;

/// <summary>The code that creates the first administrator.</summary>
static class SetupCode
{
    const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A new code for each start; shown only while there is no administrator yet.</summary>
    public static IResourceBuilder<ParameterResource> AddSetupCode(this IDistributedApplicationBuilder builder, string name)
    {
        var code = string.Join('-', RandomNumberGenerator.GetString(Alphabet, 28).Chunk(4).Select(x => new string(x)));
        return builder.AddParameter(name, code, secret: true);
    }
}
