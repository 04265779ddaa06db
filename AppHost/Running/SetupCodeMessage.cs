using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>The message with the setup code, while there is no administrator.</summary>
sealed class SetupCodeMessage(DistributedApplicationModel model, ResourceTable resources)
{
    public async Task<string?> TextAsync(CancellationToken cancellationToken)
    {
        var parameter = model.Resources.OfType<ParameterResource>().FirstOrDefault(x => x.Name == "setup-code");
        var identity = resources.All.FirstOrDefault(x => x.Name == "identity");
        if (parameter is null || identity is null)
            return null;
        var code = await parameter.GetValueAsync(cancellationToken);
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            var answer = await http.GetFromJsonAsync<JsonElement>(new Uri(new Uri(identity.Address), "/api/setup"), cancellationToken);
            return answer.GetProperty("needed").GetBoolean()
                ? $"Make the first administrator at the gateway with this setup code: {code}"
                : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or OperationCanceledException)
        {
            return $"{identity.Name} does not say whether it has an administrator; if it has none, this is the setup code: {code}";
        }
    }
}
