using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Areas.Hours;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Availability;
using Helpdesk.Assignment.Categories;
using Helpdesk.Assignment.Queue;
using Helpdesk.Assignment.Receipts;

namespace Helpdesk.Assignment;

static class Endpoints
{
    public static void MapAssignment(this WebApplication app)
    {
        var areas = app.MapGroup("/api/areas").WithTags("Areas");
        ListAreas.Map(areas);
        CreateArea.Map(areas);
        GetArea.Map(areas);
        UpdateArea.Map(areas);
        DeleteArea.Map(areas);
        SetAssignmentMode.Map(areas);
        GetBusinessHours.Map(areas);
        SetBusinessHours.Map(areas);
        ListAreaQueue.Map(areas);
        ListAreaReceipts.Map(areas);
        GetFairness.Map(areas);
        ReplayArea.Map(areas);

        var categories = app.MapGroup("/api/categories").WithTags("Categories");
        ListCategories.Map(categories);
        CreateCategory.Map(categories);
        GetCategory.Map(categories);
        UpdateCategory.Map(categories);
        DeleteCategory.Map(categories);

        var agents = app.MapGroup("/api/agents").WithTags("Agents");
        ListAgents.Map(agents);
        GetAgent.Map(agents);
        SetAgentAreas.Map(agents);
        SetAvailability.Map(agents);
        SetCapacity.Map(agents);

        var receipts = app.MapGroup("/api/receipts").WithTags("Receipts");
        ListTicketReceipts.Map(receipts);
        GetReceipt.Map(receipts);
        ExplainCandidate.Map(receipts);

        GetAvailability.Map(app.MapGroup("/api/availability").WithTags("Availability"));
        ListQueue.Map(app.MapGroup("/api/queue").WithTags("Queue"));
    }
}
