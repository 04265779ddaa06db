using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Sessions;

namespace Helpdesk.Api.Links;

/// <summary>Does what a link is for.</summary>
/// <param name="Secret">What the link carries.</param>
/// <param name="Password">The password that its owner chose, when the link asks for one.</param>
/// <param name="CurrentPassword">
/// That of the account, when the link is about its address and the request is not signed in to it.
/// </param>
/// <param name="DeviceToken">As at a sign-in.</param>
public sealed record AcceptLinkRequest(
    [property: Required, StringLength(LookUpLinkRequest.MaxSecret)] string Secret,
    [property: PasswordLength] string? Password = null,
    [property: PasswordLength] string? CurrentPassword = null,
    [property: StringLength(SessionLimits.DeviceToken)] string? DeviceToken = null);

/// <summary>What the link was for is done; nobody is signed in by it.</summary>
/// <param name="DeviceToken">
/// When a password was set: for the sign-in that follows from the same device. Strangers who guess meanwhile do not lock it out.
/// </param>
public sealed record AcceptLinkResponse(string? DeviceToken);
