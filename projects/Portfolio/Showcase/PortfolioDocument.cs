using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlMaths.Torch.Portfolio.Showcase;

/// <summary><c>portfolio.json</c>: what came of each part.</summary>
internal static class PortfolioDocument
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    /// <summary>Its text.</summary>
    /// <param name="outcomes">Of all parts.</param>
    /// <param name="home">Where it stands, if folders are told from there.</param>
    public static string Of(IReadOnlyList<PartOutcome> outcomes, string? home = null) => JsonSerializer.Serialize(new
    {
        parts = outcomes.Select(outcome => new
        {
            verb = outcome.Part.Verb,
            status = outcome.WhyNot is not null ? "failed" : outcome.Run is null ? "not_run" : "completed",
            why = outcome.WhyNot,
            run = outcome.Run is { } run
                ? (home is null ? run.Folder : Path.GetRelativePath(home, run.Folder)).Replace('\\', '/')
                : null,
            seconds = outcome.Run?.Seconds,
            data = outcome.Run?.Data?.Name,
        }),
    }, Indented) + "\n";
}
