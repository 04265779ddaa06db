using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Categories;
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
        ChangeArea.Map(areas);
        ListWaitingTickets.Map(areas);
        ListReceipts.Map(areas);
        ShowFairness.Map(areas);
        ReplayArea.Map(areas);

        var categories = app.MapGroup("/api/categories").WithTags("Categories");
        ListCategories.Map(categories);
        CreateCategory.Map(categories);
        ChangeCategory.Map(categories);

        var agents = app.MapGroup("/api/agents").WithTags("Agents");
        ListAgents.Map(agents);
        PutAgentIntoAreas.Map(agents);

        FindReceipts.Map(app.MapGroup("/api/receipts").WithTags("Receipts"));
    }
}
