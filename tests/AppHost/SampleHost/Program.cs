using Aspire.Hosting;
using Helpdesk.AppHost;
using Helpdesk.AppHost.Resources;
using Helpdesk.AppHost.Running;

// The AppHost with a small model: "inner" and "outer", which waits for it; with servers, and a second service, when they are asked for.
var withServers = args.Contains("--Servers=true");
if (await Installation.OpenAsync(args, withServers, withMailbox: false) is not { } builder)
    return 1;

var outer = builder.AddGateway<Projects.Sample>("outer");
if (withServers)
{
    var (postgres, rabbitmq) = (builder.AddDatabaseServer("postgres"), builder.AddBroker("rabbitmq"));
    var inner = builder.AddService<Projects.Sample>("inner", postgres, rabbitmq);
    var others = builder.AddService<Projects.Sample>("others", postgres, rabbitmq);
    outer.InFrontOf(inner, others);
}
else
{
    var inner = builder.AddReplicas<Projects.Sample>("inner");
    outer.InFrontOf(inner);
}

return await builder.RunAsync();
