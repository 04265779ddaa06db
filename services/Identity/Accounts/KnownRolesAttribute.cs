using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Accounts;

/// <summary>At least one role, and each one that exists.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class KnownRolesAttribute() : ValidationAttribute($"Give at least one of these roles: {string.Join(", ", Roles.All)}.")
{
    public override bool IsValid(object? value) =>
        value is not IReadOnlyList<string> roles || (roles.Count is > 0 and < 20 && roles.All(Roles.All.Contains));
}
