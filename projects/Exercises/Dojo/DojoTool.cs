using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary><c>dojo</c>: broken trainings, to be named and mended.</summary>
internal sealed class DojoTool : ITool
{
    private static readonly ProjectOption<string?> CauseOption = ProjectOption.Text(
        "--cause", "LETTER", "none", "Your answer: a letter of the choices, or the name of a cause.");

    private static readonly ProjectOption<string?> SetOption = ProjectOption.Text(
        "--set", "FIELD=VALUE", "nothing", "Your fix, run beside the broken training; more fields may follow, as in --set net.output=none "
            + "data.scaling=standard.");

    private static readonly ProjectOption<string?> DrawnOption = ProjectOption.Text(
        "--drawn", "SEED", "one of the catalogue", "A new broken training, drawn with this seed.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch("--json", "Print the answer as JSON, and nothing else.");

    private static readonly string[] Actions = ["list", "show", "hint", "story", "give-up", "fields"];

    public string Verb => "dojo";

    public string Title => "Broken trainings: name the cause, mend it, and see what that wins back";

    public string Description =>
        "The interview question: here is a training, what is wrong? You see its settings and curves, name a cause, and change any "
        + "fields. Each answer is run beside the broken training, with the same rows, weights and order: whatever wins back 90 % of the "
        + "lost validation loss counts, however it does so. In some cases nothing is wrong. " + CaseProgress.Rule;

    public string Words => "[N | list | show N | hint N | story N | give-up N | fields N]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the first training that is not solved yet"),
        new("3", "training 3, in a loop of answers and results"),
        new("list", "all of them, and how far you are"),
        new("--drawn 7", "a new one, drawn with the seed 7; numbers behind the last one draw, too"),
        new("show 3", "settings, curves and choices, once"),
        new("3 --cause b", "whether b is it; exit code 3 as long as it is not solved"),
        new("3 --set rule.learning_rate=0.01", "what that change wins back"),
        new("hint 3", "a question, then the idea, then nearly the fix"),
    ];

    public IReadOnlyList<ProjectOption> Options => [CauseOption, SetOption, DrawnOption, JsonOption, WorkFolder.Option];

    public bool Answer(ToolContext context)
    {
        var work = new WorkFolder(context.Of(WorkFolder.Option));
        bool isJson = context.Of(JsonOption);
        var progress = DojoProgress.In(work, sentence =>
        {
            if (!isJson) context.Say(sentence);
        });
        (string action, string? number, string[] more) = Read(context);
        if (action == "list")
        {
            if (!isJson) return DojoList.Show(context, progress);
            context.Say(DojoJson.List(progress));
            return true;
        }

        var trainings = new DojoTrainings(context, isJson);
        DojoBout bout = new(Case(context, number, progress, trainings), trainings);
        DojoDesk desk = new(context, work, bout, progress);
        if (context.Of(CauseOption) is not null || context.Of(SetOption) is not null) return Judge(context, desk, bout, action, more);
        if (isJson) return Json(context, desk, bout, action);
        return action switch
        {
            "hint" => desk.Hint(),
            "story" => desk.Story(),
            "give-up" => desk.GiveUp(),
            "fields" => desk.Fields(),
            "" when context.IsAttended => Ask(context, desk),
            _ => desk.Show(),
        };
    }

    private static bool Ask(ToolContext context, DojoDesk desk)
    {
        CancellationToken stop = context.Cancellation;
        return desk.Ask(() => context.Line(stop));
    }

    private static bool Judge(ToolContext context, DojoDesk desk, DojoBout bout, string action, string[] more)
    {
        if (action.Length > 0)
            throw new UserMistakeException($"--cause and --set answer a case, and go with its number alone: leave out {action}.");
        List<DojoVerdict> verdicts = [];
        if (context.Of(CauseOption) is { } cause) Add(() => desk.Cause(cause));
        if (context.Of(SetOption) is { } fix) Add(() => desk.Fix(string.Join(", ", [fix, .. more])));
        if (context.Of(JsonOption)) context.Say(DojoJson.Verdicts(bout, verdicts, desk.Now));
        return desk.Now.IsSolved;

        void Add(Func<DojoVerdict> answer)
        {
            CaseProgress before = desk.Now;
            verdicts.Add(answer());
            if (!context.Of(JsonOption)) desk.Say(verdicts[^1], before);
        }
    }

    private static bool Json(ToolContext context, DojoDesk desk, DojoBout bout, string action)
    {
        if (action == "hint")
        {
            desk.TakeHint();
            context.Say(DojoJson.Hint(bout.Case, desk.Now));
            return true;
        }

        if (action is not ("" or "show"))
            throw new UserMistakeException($"--json goes with list, show, hint, --cause and --set: leave it out, or leave out {action}.");
        context.Say(DojoJson.Case(bout, desk.Now));
        return true;
    }

    private static DojoCase Case(ToolContext context, string? number, DojoProgress progress, DojoTrainings trainings)
    {
        if (context.Of(DrawnOption) is { } drawn)
        {
            if (number is not null)
                throw new UserMistakeException($"--drawn takes the place of the number {Quoted.Value(number)}: leave one of the two out.");
            return DrawnCase.Of(Whole("--drawn", drawn, 0), $"--drawn {drawn}", trainings);
        }

        if (number is null) return progress.Next;
        int asked = Whole("The number of a training", number, 1);
        return asked <= DojoCatalogue.All.Count ? DojoCatalogue.All[asked - 1] : DrawnCase.Of(asked, number, trainings);
    }

    private static int Whole(string what, string typed, int from) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= from
            ? number
            : throw new UserMistakeException(
                $"{what} is {Quoted.Value(typed)}, and may be a whole number of at least {from}: there are {DojoCatalogue.All.Count} "
                + "trainings, and more are drawn.");

    private static (string Action, string? Number, string[] More) Read(ToolContext context)
    {
        string[] words = [.. context.Words];
        bool acts = words.Length > 0 && Actions.Contains(words[0]);
        string[] rest = acts ? words[1..] : words;
        string? number = rest.Length > 0 && !rest[0].Contains('=') ? rest[0] : null;
        string[] more = number is null ? rest : rest[1..];
        if (more.Length > 0 && context.Of(SetOption) is null)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(string.Join(' ', more))} is not understood here: one number, and a fix behind --set.");
        }

        if (acts || number is null || number.All(char.IsAsciiDigit)) return (acts ? words[0] : "", number, more);
        string meant = NearestName.Of(number, Actions) is { } near ? $": did you mean {near}?" : "";
        throw new UserMistakeException($"{Quoted.Value(number)} is neither a number nor one of {string.Join(", ", Actions)}{meant}.");
    }
}
