using Helpdesk.Api.Categories;
using Helpdesk.Portal.Opening;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Portal.Pages;

/// <summary>The first page: one question, and the way back to a ticket.</summary>
[AllowAnonymous]
sealed class IndexModel(CachedCategories categories) : PageModel
{
    public IReadOnlyList<CategoryResponse> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Categories = await categories.ListAsync(cancellationToken);
}
