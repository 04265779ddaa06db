using Helpdesk.Api.Preferences;

namespace Helpdesk.Ui.Api;

/// <summary>Notification's API: which emails the caller gets.</summary>
public sealed class NotificationClient(ApiSender api)
{
    const string Preferences = "/api/preferences";

    public Task<ApiResult<PreferencesResponse>> GetPreferencesAsync(string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<PreferencesResponse>(new(HttpMethod.Get, ServiceNames.Notification, Preferences, credential), cancellationToken);

    public Task<ApiResult> UpdatePreferencesAsync(UpdatePreferencesRequest wanted, string? credential,
        CancellationToken cancellationToken) =>
        api.SendAsync(new(HttpMethod.Put, ServiceNames.Notification, Preferences, credential) { Body = wanted }, cancellationToken);
}
