using System.Globalization;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Accounts;

namespace Helpdesk.Identity.Auditing;

/// <summary>What can be told of something before and after a change.</summary>
static class AuditedFields
{
    public static Dictionary<string, string?> Of(Account account) => new()
    {
        ["name"] = account.Name,
        ["email"] = account.Email,
        ["language"] = account.Language,
        ["roles"] = string.Join(", ", account.Roles),
        ["timeZone"] = account.TimeZone,
        ["phone"] = account.Phone,
        ["specialty"] = account.Specialty,
    };

    public static string? ToText(object? value) => value switch
    {
        null => null,
        IEnumerable<string> list => string.Join(", ", list),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    public static List<AuditedChange> Compare(IReadOnlyDictionary<string, string?> before, IReadOnlyDictionary<string, string?> after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Select(x => new AuditedChange(x, before.GetValueOrDefault(x), after.GetValueOrDefault(x)))
            .Where(x => x.Before != x.After),
    ];
}
