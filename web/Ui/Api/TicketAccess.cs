using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Formats;

namespace Helpdesk.Ui.Api;

/// <summary>
/// How a customer reaches a ticket: by its link, or signed in by its number. Both lead to the same page, and open the same resource of
/// Ticketing; which one a link opens it says itself (<see cref="TicketingClient"/>).
/// </summary>
public sealed record TicketAccess
{
    TicketAccess(string? number, string credential, string page) => (Number, Credential, Page) = (number, credential, page);

    /// <summary>Path of the ticket's page.</summary>
    public string Page { get; }

    /// <summary>The person's token; null for whoever came by the link.</summary>
    public string? Bearer => Number is null ? null : Credential;

    /// <summary>Null for a link: it may lead to another ticket than before.</summary>
    internal string? Number { get; }

    /// <summary>What opens the ticket at the service.</summary>
    internal string Credential { get; }

    /// <param name="secret">Null where the address holds nothing but blanks.</param>
    public static TicketAccess ByLink(string? secret) => new(null, $"Tracking {secret}", $"/t/{Uri.EscapeDataString(secret ?? "")}");

    /// <summary>False where no ticket can have that number: other things of the API have their names in the same place.</summary>
    public static bool TryByAccount(string? number, string? credential, [NotNullWhen(true)] out TicketAccess? access)
    {
        access = credential is not null && TicketNumber.TryParse(number, out var stored)
            ? new(stored, credential, $"/tickets/{stored}")
            : null;
        return access is not null;
    }

    /// <summary>Path of a file of the ticket; as good as the page's own for as long as its reader may see the ticket.</summary>
    public string FilePath(Guid file) => $"{Page}/files/{file}";
}
