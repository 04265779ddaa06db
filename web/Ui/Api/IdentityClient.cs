using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Links;
using Helpdesk.Api.PasswordResets;
using Helpdesk.Api.Registrations;
using Helpdesk.Api.Sessions;
using Helpdesk.Api.Settings;

namespace Helpdesk.Ui.Api;

/// <summary>
/// Identity's API: sessions, the caller's own account, links from emails, and what everybody may know of the installation.
/// </summary>
public sealed class IdentityClient(ApiSender api)
{
    const string Me = "/api/accounts/me";

    public Task<ApiResult<PublicSettingsResponse>> GetPublicSettingsAsync(CancellationToken cancellationToken) =>
        api.SendAsync<PublicSettingsResponse>(To(HttpMethod.Get, "/api/settings/public"), cancellationToken);

    public Task<ApiResult<SessionResponse>> SignInAsync(SignInRequest signIn, CancellationToken cancellationToken) =>
        api.SendAsync<SessionResponse>(To(HttpMethod.Post, "/api/sessions", signIn), cancellationToken);

    public Task<ApiResult<SessionResponse>> SignInWithCodeAsync(SecondFactorRequest second, CancellationToken cancellationToken) =>
        api.SendAsync<SessionResponse>(To(HttpMethod.Post, "/api/sessions/second-factor", second), cancellationToken);

    public Task<ApiResult<SessionResponse>> RefreshAsync(RefreshSessionRequest refresh, CancellationToken cancellationToken) =>
        api.SendAsync<SessionResponse>(To(HttpMethod.Post, "/api/sessions/refresh", refresh), cancellationToken);

    public Task<ApiResult> SignOutAsync(string? credential, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Delete, "/api/sessions/current", null, credential), cancellationToken);

    public Task<ApiResult<PagedResult<SessionSummary>>> ListSessionsAsync(int page, string? credential,
        CancellationToken cancellationToken) =>
        api.SendAsync<PagedResult<SessionSummary>>(To(HttpMethod.Get, $"/api/sessions?page={page}", null, credential), cancellationToken);

    public Task<ApiResult> EndSessionAsync(Guid id, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Delete, $"/api/sessions/{id}", null, credential), cancellationToken);

    public Task<ApiResult<AccountResponse>> GetAccountAsync(string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<AccountResponse>(To(HttpMethod.Get, Me, null, credential), cancellationToken);

    public Task<ApiResult> UpdateProfileAsync(UpdateProfileRequest profile, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Put, Me, profile, credential), cancellationToken);

    public Task<ApiResult> ChangeEmailAsync(ChangeOwnEmailRequest change, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Put, Me + "/email", change, credential), cancellationToken);

    public Task<ApiResult> ChangePasswordAsync(ChangeOwnPasswordRequest change, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Put, Me + "/password", change, credential), cancellationToken);

    public Task<ApiResult<EnrolAuthenticatorResponse>> EnrolAuthenticatorAsync(
        EnrolAuthenticatorRequest enrolment, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<EnrolAuthenticatorResponse>(To(HttpMethod.Post, Me + "/two-factor", enrolment, credential), cancellationToken);

    public Task<ApiResult<RecoveryCodesResponse>> ConfirmAuthenticatorAsync(
        ConfirmAuthenticatorRequest confirmation, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<RecoveryCodesResponse>(To(HttpMethod.Put, Me + "/two-factor", confirmation, credential), cancellationToken);

    public Task<ApiResult<RecoveryCodesResponse>> RenewRecoveryCodesAsync(
        RenewRecoveryCodesRequest renewal, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<RecoveryCodesResponse>(To(HttpMethod.Post, Me + "/recovery-codes", renewal, credential), cancellationToken);

    public Task<ApiResult> TurnOffTwoFactorAsync(TurnOffTwoFactorRequest request, string? credential,
        CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Delete, Me + "/two-factor", request, credential), cancellationToken);

    public Task<ApiResult> RegisterAsync(RegistrationRequest registration, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Post, "/api/registrations", registration), cancellationToken);

    public Task<ApiResult> RequestPasswordResetAsync(PasswordResetRequest reset, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Post, "/api/password-resets", reset), cancellationToken);

    /// <summary>What a link is for; to look does not use it up.</summary>
    public Task<ApiResult<LinkResponse>> LookUpLinkAsync(LookUpLinkRequest link, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<LinkResponse>(To(HttpMethod.Post, "/api/links/lookups", link, credential), cancellationToken);

    public Task<ApiResult<AcceptLinkResponse>> AcceptLinkAsync(
        AcceptLinkRequest link, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<AcceptLinkResponse>(To(HttpMethod.Post, "/api/links/acceptances", link, credential), cancellationToken);

    static ApiRequest To(HttpMethod method, string path, object? body = null, string? credential = null) =>
        new(method, ServiceNames.Identity, path, credential) { Body = body };
}
