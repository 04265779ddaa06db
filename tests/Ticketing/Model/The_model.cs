using System.Reflection;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

public sealed class The_model
{
    static readonly string[] Hosts = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "MassTransit", "Npgsql"];

    const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Knows_neither_host_nor_database_nor_bus()
    {
        var types = typeof(Ticket).Assembly.GetTypes().Where(x => x.Namespace == typeof(Ticket).Namespace).ToList();
        Assert.Contains(typeof(TicketStatusTransitions), types);
        Assert.Empty(types.SelectMany(x => Used(x).Where(IsOfHost).Select(y => $"{x.Name}: {y}")));
    }

    static IEnumerable<Type> Used(Type type) =>
    [
        .. type.GetInterfaces(),
        .. type.GetFields(Own).Select(x => x.FieldType),
        .. type.GetMethods(Own).SelectMany(x => x.GetParameters().Select(y => y.ParameterType).Append(x.ReturnType)),
        .. type.GetConstructors(Own).SelectMany(x => x.GetParameters().Select(y => y.ParameterType)),
    ];

    static bool IsOfHost(Type type) => type.IsGenericType && type.GetGenericArguments().Any(IsOfHost)
        || Hosts.Any(x => type.Assembly.GetName().Name!.StartsWith(x, StringComparison.Ordinal));
}
