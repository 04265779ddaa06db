using Helpdesk.Operations.Failures;
using Helpdesk.Operations.Queues;
using Helpdesk.Operations.Status;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Operations;

static class Endpoints
{
    public static void MapOperations(this WebApplication app)
    {
        var api = app.MapGroup("/api/operations").WithTags("Operations");
        GetStatus.Map(api);

        var forAdministrators = api.MapGroup("").RequireAuthorization(Policies.Admin);
        ListFailures.Map(forAdministrators);
        GetFailure.Map(forAdministrators);
        RetryFailure.Map(forAdministrators);
        DiscardFailure.Map(forAdministrators);
        ListQueues.Map(forAdministrators);
        ListOutboxes.Map(forAdministrators);
    }
}
