using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class GetAccount
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}", HandleAsync)
        .Produces<AccountResponse>().WithName("GetAccount").WithSummary("One account");

    static async Task<IResult> HandleAsync(Guid id, AccountsDbContext db, CancellationToken cancellationToken)
    {
        var found = db.Users.AsNoTracking().Where(x => x.Id == id).Select(AccountMapping.Projection);
        return await found.SingleOrDefaultAsync(cancellationToken) is { } account
            ? TypedResults.Ok(account)
            : Problem.NotFound("account");
    }
}
