using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Accounts;

/// <summary>At least one role, and only <see cref="AccountRoles"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KnownRolesAttribute()
    : ValidationAttribute($"Give at least one of these roles: {string.Join(", ", AccountRoles.All)}.")
{
    const int Most = 19;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is not IReadOnlyList<string> roles || (roles.Count is > 0 and <= Most && roles.All(AccountRoles.All.Contains));
}
