using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Local.Running;

namespace Helpdesk.AppHost;

/// <summary>The local mail box: maildev, run by Node.</summary>
public sealed class MailboxResource(string name) : Resource(name), IResourceWithConnectionString
{
    /// <summary>Ports: SMTP first, then the web page.</summary>
    internal override string Address => $"http://127.0.0.1:{Ports[1]}";
}

/// <summary>What starts differently without Aspire.</summary>
static class LocalParts
{
    const string CodeAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static IResourceBuilder<MailboxResource> AddMailbox(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new MailboxResource(name));

    /// <summary>A new code for each start, said only while there is no administrator yet.</summary>
    public static IResourceBuilder<ParameterResource> AddSetupCode(this IDistributedApplicationBuilder builder, string name)
    {
        var code = string.Join('-', RandomNumberGenerator.GetString(CodeAlphabet, 28).Chunk(4).Select(x => new string(x)));
        var parameter = new ParameterResource(name, code);
        ((LocalBuilder)builder).Announcements.Add(resources => AnnounceAsync(code, resources));
        return builder.AddResource(parameter);
    }

    static async Task<string?> AnnounceAsync(string code, IReadOnlyList<Resource> resources)
    {
        var identity = resources.OfType<ProjectResource>().FirstOrDefault(x => x.Environment.ContainsKey("Setup__Code"));
        if (identity?.Address is null)
            return null;
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            var answer = await http.GetFromJsonAsync<JsonElement>(new Uri(new Uri(identity.Address), "/api/setup"));
            return answer.GetProperty("needed").GetBoolean() ? $"Make the first administrator at the gateway with this setup code: {code}" : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or OperationCanceledException)
        {
            return $"{identity.Name} does not say whether it has an administrator; if it has none, this is the setup code: {code}";
        }
    }
}
