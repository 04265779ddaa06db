using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost;

/// <summary>A mail box for development: takes every mail and shows it in the browser.</summary>
sealed class MailboxResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression
    {
        get
        {
            var smtp = new EndpointReference(this, "smtp");
            return ReferenceExpression.Create($"smtp://{smtp.Property(EndpointProperty.Host)}:{smtp.Property(EndpointProperty.Port)}");
        }
    }
}

/// <summary>What starts differently under Aspire.</summary>
static class AspireParts
{
    public static IResourceBuilder<MailboxResource> AddMailbox(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new MailboxResource(name)).WithImage("axllent/mailpit", "v1.28")
            .WithEndpoint(targetPort: 1025, name: "smtp").WithHttpEndpoint(targetPort: 8025, name: "http");

    /// <summary>Generated, and shown among the parameters on the dashboard.</summary>
    public static IResourceBuilder<ParameterResource> AddSetupCode(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true);
}
