using System.Diagnostics;
using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary><c>check</c>: gradients that a learner writes, graded at every save.</summary>
internal sealed class CheckTool : ITool
{
    private static readonly ProjectOption<string?> FileOption = ProjectOption.Text(
        "--file", "ANSWER.cs", "the one in your own folder", "The file to grade, wherever it stands.");

    private static readonly ProjectOption<bool> WatchOption = ProjectOption.Switch(
        "--watch", "Grade it again at every save, until you press q.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch("--json", "Print the verdict as JSON, and nothing else.");

    public string Verb => "check";

    public string Title => "Grades the gradients you write, and names the likely mistake";

    public string Description =>
        "check NAME puts a file into my-work/derivations, where it is yours: the loss is given, with one marked place for your "
        + "formula. Write it, and check it: every parameter gets a verdict, and a wrong one the name of the likely mistake, "
        + "the term to look at and the numbers behind it. Without a name it lists all derivations and how far you are.";

    public string Words => "[NAME]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "how far you are"),
        new("logistic-bce", "one gradient, graded"),
        new("logistic-bce --watch", "graded again at every save"),
        new("logistic-bce --json", "the verdict for another program"),
    ];

    public IReadOnlyList<ProjectOption> Options => [FileOption, WatchOption, JsonOption, WorkFolder.Option, CommonOptions.SeedOption];

    public bool Answer(ToolContext context)
    {
        if (context.Words.Count > 1)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(context.Words[1])} follows a name, and only one gradient is graded at a time: give one name.");
        }

        bool isWatched = context.Of(WatchOption), isJson = context.Of(JsonOption);
        if (isWatched && isJson)
            throw new UserMistakeException("--watch goes on and --json answers once: leave out one of the two.");
        if (context.Words.Count == 0)
        {
            return !isWatched && !isJson && context.Of(FileOption) is null
                ? CheckList.Show(context)
                : throw new UserMistakeException($"Say which gradient: {CommandSet.Typed(Verb)} NAME, for instance logistic-bce.");
        }

        string name = CheckFiles.Known(context.Words[0]);
        var work = new WorkFolder(context.Of(WorkFolder.Option));
        string file = context.Of(FileOption) ?? work.PathOf(CheckFiles.PlaceOf(name));
        bool isNew = context.Of(FileOption) is null && work.Begin(CheckFiles.StubOf(name), CheckFiles.PlaceOf(name));
        using var bench = new Bench();
        if (isJson) return Print(bench, name, file, context);
        var page = new CheckPage(context, name, file);
        page.Open(isNew, isWatched);
        return isWatched ? Watch(bench, page, name, file, context) : Once(bench, page, name, file, context);
    }

    private static bool Once(Bench bench, CheckPage page, string name, string file, ToolContext context) =>
        page.Show(bench.Ask(Request(name, file, context), context.Cancellation), took: null);

    // Ends with whether the last verdict was right.
    private static bool Watch(Bench bench, CheckPage page, string name, string file, ToolContext context)
    {
        var saved = new SavedFile(file);
        bool isRight = false;
        while (!context.Cancellation.IsCancellationRequested && context.Key() is not ('q' or 'Q'))
        {
            if (saved.IsSaved(context.Cancellation))
            {
                var clock = Stopwatch.StartNew();
                isRight = page.Show(bench.Ask(Request(name, file, context), context.Cancellation), clock.Elapsed);
            }

            SavedFile.Pause(context.Cancellation);
        }

        return isRight;
    }

    private static bool Print(Bench bench, string name, string file, ToolContext context)
    {
        BenchReply reply = bench.Ask(Request(name, file, context), context.Cancellation);
        object answer = reply.Grade is { } grade
            ? new { Derivation = name, File = file, Verdict = CheckPage.Word(reply), Parameters = grade.GetProperty("parameters") }
            : new { Derivation = name, File = file, Verdict = CheckPage.Word(reply), reply.Says, reply.Line };
        context.Say(JsonSerializer.Serialize(answer, BenchWire.Json));
        return reply.Grade?.Deserialize<DerivationGrade>(BenchWire.Json) is { IsRight: true };
    }

    private static BenchRequest Request(string name, string file, ToolContext context) =>
        new(BenchJobs.Derivation, name, WorkFolder.Read(file), context.Of(CommonOptions.SeedOption));
}
