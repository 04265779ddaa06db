using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Helpdesk.Contracts.Tests;

/// <summary>What a subscriber may rely on: the members of a contract with type and obligation, or the values of an enum.</summary>
sealed record Shape(string Contract, SortedDictionary<string, Member>? Members, string[]? Values)
{
    static readonly NullabilityInfoContext Nullability = new();

    public static Shape Of(Type type) => type.IsEnum
        ? new Shape(type.Name, null, Enum.GetNames(type))
        : new Shape(
            type.Name,
            new(Properties(type).ToDictionary(x => JsonNamingPolicy.CamelCase.ConvertName(x.Name), Describe), StringComparer.Ordinal),
            null);

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.CanWrite);

    static Member Describe(PropertyInfo property) =>
        new(Name(property.PropertyType) + (IsNullable(property) ? "?" : ""), IsRequired(property));

    static bool IsNullable(PropertyInfo property)
    {
        lock (Nullability)
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
    }

    static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(RequiredMemberAttribute)) ||
        property.DeclaringType!.GetConstructors().SelectMany(x => x.GetParameters())
            .Any(x => x.Name == property.Name && !x.HasDefaultValue);

    static string Name(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsGenericType)
            return type.Name;
        var arguments = string.Join(", ", type.GenericTypeArguments.Select(Name));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]} of {arguments}";
    }
}

sealed record Member(string Type, bool Required);
