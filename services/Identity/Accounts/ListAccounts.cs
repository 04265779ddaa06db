using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class ListAccounts
{
    const string Escape = @"\";

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .WithName("ListAccounts")
        .WithSummary("Accounts by name, found by a part of name or address, by role, by suspension, by whether the address is confirmed");

    static async Task<PagedResult<AccountResponse>> HandleAsync(
        AccountsDbContext db, CancellationToken cancellationToken, [StringLength(AccountLimits.Email)] string? q = null,
        [AllowedValues(AccountRoles.Admin, AccountRoles.Dispatcher, AccountRoles.Agent, AccountRoles.Customer, null)] string? role = null,
        bool? suspended = null, bool? confirmed = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var found = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var part = $"%{Escaped(q.Trim())}%";
            var mailbox = EmailAddress.TryParse(q, out var address) ? address.Canonical : "";
            found = found.Where(x =>
                EF.Functions.ILike(x.Name, part, Escape) || EF.Functions.ILike(x.Email!, part, Escape) || x.NormalizedEmail == mailbox);
        }

        if (role is not null)
            found = found.Where(x => x.Roles.Contains(role));
        if (suspended is not null)
            found = found.Where(x => x.SuspendedAt != null == suspended);
        if (confirmed is not null)
            found = found.Where(x => x.EmailConfirmed == confirmed);
        // One more than asked for tells whether a next page exists without counting.
        var rows = await found.OrderBy(x => x.Name).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(AccountMapping.Projection).ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }

    static string Escaped(string text) => text
        .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
        .Replace("%", Escape + "%", StringComparison.Ordinal)
        .Replace("_", Escape + "_", StringComparison.Ordinal);
}
