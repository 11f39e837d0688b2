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

    private static readonly ProjectOption<string?> LossOption = ProjectOption.Text(
        "--loss", "FILE.cs", "a loss of the catalogue, by its NAME", "Grade a loss of your own, with the gradient that you derived.");

    private static readonly ProjectOption<bool> NewOption = ProjectOption.Switch(
        "--new", "Put an example of such a loss into the FILE.cs of --loss first, for you to change.");

    public string Verb => "check";

    public string Title => "Grades the gradients you write, and names the likely mistake";

    public string Description =>
        "check NAME puts a file into my-work/derivations, where it is yours: the loss is given, with one marked place for your "
        + "formula. Write it, and check it: every parameter gets a verdict, and a wrong one the name of the likely mistake, "
        + "the term to look at and the numbers behind it. Without a name it lists all derivations and how far you are. "
        + "--loss grades a loss of your own against autograd and differences, and names its mistakes where it is made of known steps.";

    public string Words => "[NAME]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "how far you are"),
        new("logistic-bce", "one gradient, graded"),
        new("logistic-bce --watch", "graded again at every save"),
        new("logistic-bce --json", "the verdict for another program"),
        new("--loss my-work/loss.cs --new", "begins a loss of your own, with its gradient"),
    ];

    public IReadOnlyList<ProjectOption> Options =>
        [FileOption, LossOption, NewOption, WatchOption, JsonOption, WorkFolder.Option, CommonOptions.SeedOption];

    public bool Answer(ToolContext context)
    {
        bool isWatched = context.Of(WatchOption), isJson = context.Of(JsonOption);
        RequireOneThing(context, isWatched && isJson);
        if (context.Words.Count == 0 && context.Of(LossOption) is null)
        {
            return !isWatched && !isJson && context.Of(FileOption) is null
                ? CheckList.Show(context)
                : throw new UserMistakeException($"Say which gradient: {CommandSet.Typed(Verb)} NAME, for instance logistic-bce.");
        }

        CheckedFile file = context.Of(LossOption) is { } loss ? OwnLoss(loss, context.Of(NewOption)) : OfCatalogue(context);
        using var bench = new Bench();
        if (isJson) return Print(bench, file, context);
        var page = new CheckPage(context, file);
        page.Open(isWatched);
        return isWatched ? Watch(bench, page, file, context) : Once(bench, page, file, context);
    }

    private static void RequireOneThing(ToolContext context, bool isBoth)
    {
        if (context.Of(LossOption) is not null && (context.Words.Count > 0 || context.Of(FileOption) is not null))
        {
            string other = context.Words.Count > 0 ? Quoted.Value(context.Words[0]) : "--file";
            throw new UserMistakeException(
                $"--loss grades a loss of your own, and {other} a gradient of the catalogue: leave out one of the two.");
        }

        if (context.Of(NewOption) && context.Of(LossOption) is null)
            throw new UserMistakeException("--new begins a loss of your own: say in which file, with --loss FILE.cs.");
        if (context.Words.Count > 1)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(context.Words[1])} follows a name, and only one gradient is graded at a time: give one name.");
        }

        if (isBoth) throw new UserMistakeException("--watch goes on and --json answers once: leave out one of the two.");
    }

    private static CheckedFile OfCatalogue(ToolContext context)
    {
        string name = CheckFiles.Known(context.Words[0]);
        if (context.Of(FileOption) is { } given) return new(name, given, IsNew: false, IsElsewhere: true);
        var work = new WorkFolder(context.Of(WorkFolder.Option));
        bool isNew = work.Begin(CheckFiles.StubOf(name), CheckFiles.PlaceOf(name));
        return new(name, work.PathOf(CheckFiles.PlaceOf(name)), isNew);
    }

    private static CheckedFile OwnLoss(string path, bool isNew)
    {
        if (isNew)
        {
            WorkFolder.BeginAlone(CheckFiles.StubOf("own-loss"), path);
        }
        else if (!File.Exists(path))
        {
            throw new UserMistakeException(
                $"There is no file {Quoted.Path(path)}: "
                + $"{CommandSet.Typed("check")} --loss {Quoted.Typed(path)} --new puts an example there.");
        }

        return new(null, path, isNew);
    }

    private static bool Once(Bench bench, CheckPage page, CheckedFile file, ToolContext context) =>
        page.Show(bench.Ask(file.Request(context.Of(CommonOptions.SeedOption)), context.Cancellation), took: null);

    // Ends with whether the last verdict was right.
    private static bool Watch(Bench bench, CheckPage page, CheckedFile file, ToolContext context)
    {
        var saved = new SavedFile(file.Path);
        bool isRight = false;
        while (!context.Cancellation.IsCancellationRequested && context.Key() is not ('q' or 'Q'))
        {
            if (saved.IsSaved(context.Cancellation))
            {
                var clock = Stopwatch.StartNew();
                isRight = page.Show(bench.Ask(file.Request(context.Of(CommonOptions.SeedOption)), context.Cancellation), clock.Elapsed);
            }

            SavedFile.Pause(context.Cancellation);
        }

        return isRight;
    }

    private static bool Print(Bench bench, CheckedFile file, ToolContext context)
    {
        BenchReply reply = bench.Ask(file.Request(context.Of(CommonOptions.SeedOption)), context.Cancellation);
        string verdict = CheckPage.Word(file, reply);
        object answer = file.Read(reply) switch
        {
            null => new { file.Derivation, File = file.Path, Verdict = verdict, reply.Says, reply.Line },
            { OfLoss: { } loss } => new
            {
                Loss = file.Path,
                Verdict = verdict,
                loss.Grade.Parameters,
                loss.ComparedAt,
                loss.Compared,
                loss.Steps,
                loss.Remarks,
            },
            { Grade: var grade } => new { file.Derivation, File = file.Path, Verdict = verdict, grade.Parameters },
        };
        context.Say(JsonSerializer.Serialize(answer, BenchWire.Json));
        return verdict == "right";
    }
}
