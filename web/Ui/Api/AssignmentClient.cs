using Helpdesk.Api;
using Helpdesk.Api.Availability;
using Helpdesk.Api.Categories;

namespace Helpdesk.Ui.Api;

/// <summary>Assignment's API: what customers may know of areas and categories.</summary>
public sealed class AssignmentClient(ApiSender api)
{
    public Task<ApiResult<AvailabilityResponse>> GetAvailabilityAsync(CancellationToken cancellationToken) =>
        api.SendAsync<AvailabilityResponse>(Get("/api/availability"), cancellationToken);

    public Task<ApiResult<PagedResult<CategoryResponse>>> ListCategoriesAsync(int page, CancellationToken cancellationToken) =>
        api.SendAsync<PagedResult<CategoryResponse>>(
            Get($"/api/categories?page={page}&size={PagedResult.LargestSize}"), cancellationToken);

    static ApiRequest Get(string path) => new(HttpMethod.Get, ServiceNames.Assignment, path);
}
