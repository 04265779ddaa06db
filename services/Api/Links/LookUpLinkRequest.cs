using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Links;

/// <summary>Asks what a link is for. The secret travels in the body: addresses are kept in logs.</summary>
/// <param name="Secret">What the link carries.</param>
public sealed record LookUpLinkRequest([property: Required, StringLength(LookUpLinkRequest.MaxSecret)] string Secret)
{
    /// <summary>Longest secret that is looked at.</summary>
    public const int MaxSecret = 100;
}
