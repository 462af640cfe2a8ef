using CrmUms.AgentWeb.Endpoints;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Hubs;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Operation;
using CrmUms.AgentWeb.Registration;

return await Run.OrExplainAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddLogFiles();
    builder.AddSettings();
    builder.AddWeb();
    builder.Services.AddActors();
    builder.Services.AddStorage();
    builder.Services.AddCrm();
    builder.Services.AddRecordings();
    builder.Services.AddPrompts();
    builder.Services.AddCti();
    builder.Services.AddAcd();
    builder.Services.AddDesks();
    builder.Services.AddFloor();
    builder.Services.AddIdentity();
    builder.Services.AddOperation();

    var app = builder.Build();
    app.UseForwardedHeaders();
    app.UseProblems();
    app.UseSecurityHeaders();
    app.UsePage();
    app.UseRouting();
    app.UseAuthentication();
    app.UsePageTokens();
    app.UseAuthorization();

    app.MapSession();
    app.MapDesk();
    app.MapHistory();
    app.MapRecordings();
    app.MapPrompts();
    app.MapClients();
    app.MapStatus();
    app.MapFigures();
    app.MapFloor();
    app.MapNotices();
    app.MapPreferences();
    app.MapWaiting();
    app.MapRules();
    app.MapFlows();
    app.MapEmployees();
    app.MapAssistant();
    app.MapOperation();
    app.MapHub<DeskHub>(DeskHub.Path);
    app.MapHub<FloorHub>(FloorHub.Path);
    app.MapOpenApi();
    app.MapPage();
    return app;
});
