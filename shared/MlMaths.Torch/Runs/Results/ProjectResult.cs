using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>What a project found, all as data; the run folder is written from it.</summary>
/// <param name="Report">The page, its figures included.</param>
/// <param name="Measurements">Every number that may be quoted.</param>
/// <param name="CvLines">Sentences built from them.</param>
public sealed record ProjectResult(Report Report, Measurements Measurements, CvLines CvLines)
{
    /// <summary>Ids of the few measurements that stand at the top of the page and at the end of the console's output.</summary>
    public IReadOnlyList<string> Headline { get; init; } = [];

    /// <summary>Lines for the console, above the headline: an answer that one wants to read at once.</summary>
    public IReadOnlyList<string> Spoken { get; init; } = [];

    /// <summary>Whether those lines are all that was asked for, and are printed before any file is written.</summary>
    public bool SpeaksFirst { get; init; }

    /// <summary>Whether it answers that something is wrong, which a shell sees as exit code 3.</summary>
    public bool IsNo { get; init; }

    /// <summary>The model as <c>model.json</c> shows it, any object of public properties or a dictionary; null for none.</summary>
    public object? Model { get; init; }

    /// <summary>The scored rows; null where nothing was scored.</summary>
    public Predictions? Predictions { get; init; }

    /// <summary>Tables of the project's own, each a CSV file.</summary>
    public IReadOnlyList<ResultTable> Tables { get; init; } = [];

    /// <summary>Numbers of the project's own, each a JSON file.</summary>
    public IReadOnlyList<ResultDocument> Documents { get; init; } = [];

    /// <summary>Pages besides the report, each a Markdown file that the report leads to.</summary>
    public IReadOnlyList<ResultPage> Pages { get; init; } = [];

    /// <summary>The training runs, number by number.</summary>
    public IReadOnlyList<HistoryRow> History { get; init; } = [];
}
