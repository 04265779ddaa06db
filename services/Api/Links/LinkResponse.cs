namespace Helpdesk.Api.Links;

/// <summary>A link that works.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Email">The address that it was sent to.</param>
/// <param name="Language">Language of its owner.</param>
/// <param name="ExpiresAt">Until when it works (UTC).</param>
/// <param name="AsksForPassword">Whether it is accepted only with a password that its owner chooses.</param>
/// <param name="AsksForCurrentPassword">
/// Whether it is accepted only with the password of its account, for this request is not signed in to it.
/// </param>
/// <param name="CurrentEmail">The address that the account has now, when there is one.</param>
public sealed record LinkResponse(
    LinkPurpose Purpose,
    string Name,
    string Email,
    string Language,
    DateTimeOffset ExpiresAt,
    bool AsksForPassword,
    bool AsksForCurrentPassword,
    string? CurrentEmail);
