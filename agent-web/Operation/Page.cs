using CrmUms.AgentWeb.Registration;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace CrmUms.AgentWeb.Operation;

/// <summary>The built page: its hashed assets never change, its index is asked for each time.</summary>
internal static class Page
{
    // The names of files in this folder hold the hash of their content.
    private const string HashedFolder = "/assets";

    private static readonly string[] Compressed =
    [
        "text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml",
        "application/manifest+json",
    ];

    // Only files of the page: compressing answers that mix secrets with what a request says gives secrets away
    // (BREACH).
    public static void AddPage(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Compressed;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    public static void UsePage(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(OptionsFor(app));
    }

    /// <summary>An address that is neither a file nor an endpoint is a place inside the page.</summary>
    public static void MapPage(this WebApplication app) =>
        app.MapFallbackToFile("index.html", OptionsFor(app)).AllowAnonymous();

    private static StaticFileOptions OptionsFor(WebApplication app) => new()
    {
        FileProvider = FilesOf(app),
        OnPrepareResponse = SetCaching,
    };

    private static IFileProvider FilesOf(WebApplication app)
    {
        var root = app.Configuration.Web().Root;
        string[] folders = [app.Environment.ContentRootPath, AppContext.BaseDirectory];
        string[] places = root is not null
            ? [Path.GetFullPath(root)]
            : [.. folders.Select(folder => Path.Combine(folder, "wwwroot"))];
        return places.FirstOrDefault(Directory.Exists) is { } folder
            ? new PhysicalFileProvider(folder)
            : new NullFileProvider();
    }

    private static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            context.Context.Request.Path.StartsWithSegments(HashedFolder)
                ? "public, max-age=31536000, immutable"
                : "no-cache";
}
