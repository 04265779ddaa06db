using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Areas.Hours;
using Helpdesk.Assignment.Attendance;
using Helpdesk.Assignment.Categories;
using Helpdesk.Assignment.Dispatch;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Assignment.Rounds;

namespace Helpdesk.Assignment;

static class Endpoints
{
    public static void MapAssignment(this WebApplication app)
    {
        var areas = app.MapGroup("/api/areas").WithTags("Areas");
        ListAreas.Map(areas);
        CreateArea.Map(areas);
        ShowArea.Map(areas);
        ChangeArea.Map(areas);
        DeleteArea.Map(areas);
        SetMode.Map(areas);
        ShowHours.Map(areas);
        SetHours.Map(areas);
        ListWaitingTickets.Map(areas);
        ListReceipts.Map(areas);
        ShowFairness.Map(areas);
        ReplayArea.Map(areas);

        var categories = app.MapGroup("/api/categories").WithTags("Categories");
        ListCategories.Map(categories);
        CreateCategory.Map(categories);
        ShowCategory.Map(categories);
        ChangeCategory.Map(categories);
        DeleteCategory.Map(categories);

        var agents = app.MapGroup("/api/agents").WithTags("Agents");
        ListAgents.Map(agents);
        ShowAgent.Map(agents);
        PutAgentIntoAreas.Map(agents);
        SetAvailability.Map(agents);
        SetCapacity.Map(agents);

        var receipts = app.MapGroup("/api/receipts").WithTags("Receipts");
        FindReceipts.Map(receipts);
        ShowReceipt.Map(receipts);
        ShowCandidate.Map(receipts);

        ShowDesk.Map(app.MapGroup("/api/desk").WithTags("Desk"));
        ListTicketsThatWait.Map(app.MapGroup("/api/waiting").WithTags("Waiting"));
    }
}
