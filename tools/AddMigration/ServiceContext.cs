using System.Runtime.Loader;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

/// <summary>The database context of a service, loaded from what its build left, with what it needs besides from there too.</summary>
static class ServiceContext
{
    public static DbContext Load(string project, string service)
    {
        var assemblyPath = Path.Combine(project, "bin", "Debug", "net10.0", $"Helpdesk.{service}.dll");
        var resolver = new AssemblyDependencyResolver(assemblyPath);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(assemblyPath);

        var contextType = assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(DbContext)) && !type.IsAbstract);
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        return (DbContext)Activator.CreateInstance(contextType, options.UsePostgres("Host=nowhere").Options)!;
    }
}
