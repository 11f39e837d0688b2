using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary><c>interview</c>: questions that are made from the learner's own numbers.</summary>
internal sealed class InterviewTool : ITool
{
    private const string All = "all", Page = "interview.html";

    private static readonly ProjectOption<int> QuestionsOption =
        ProjectOption.WholeNumber("--questions", 10, "How many questions.", from: 1, to: 100);

    private static readonly ProjectOption<int?> SeedOption = new(
        "--seed", "N", "Decides what is drawn: the same questions with the same numbers for the same runs.", null, "others each time",
        "a whole number from 0 to 2,147,483,647", "7", ReadSeed);

    private static readonly ProjectOption<string?> AnswersOption = ProjectOption.Text(
        "--answers", "FILE", "none", "Judge the answers in a file, lines such as logistic.f1: 0.95, with the same --seed.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch("--json", "Print JSON, and nothing else.");

    private static readonly ProjectOption<bool> PageOption = ProjectOption.Switch(
        "--page", $"Write the questions as a page with folded answers, {Page} in your own folder.");

    private static readonly ProjectOption<string?> RunsOption = ProjectOption.Text(
        "--runs", "DIR", "runs", "Where runs are looked for that are not named.");

    public string Verb => "interview";

    public string Title => "An interview about your own numbers, with follow-up questions";

    public string Description =>
        "Asks about what your runs measured: numbers, shapes and choices are graded with the tolerance that a person would allow; free "
        + "text is not, a good answer is shown beside yours. Right answers make it harder. It ends in what you can defend and what to "
        + "read again. With --answers, exit code 3 where an answer is not right, or is none.";

    public string Words => "[RUN_FOLDER ... | all]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "ten questions about the last run of each project"),
        new("all --page", "the questions as a page that works offline"),
        new("all --seed 7 --json", "the questions for a script; the same for the same seed"),
        new("all --seed 7 --answers mine.txt", "answers from a file, graded"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } =
        [QuestionsOption, SeedOption, AnswersOption, PageOption, JsonOption, RunsOption, WorkFolder.Option];

    public bool Answer(ToolContext context)
    {
        if (context.Of(AnswersOption) is not null && context.Options.Given.Contains(QuestionsOption))
        {
            throw new UserMistakeException("--answers grades every line of its file, so --questions has nothing to count: leave it out.");
        }

        WorkFolder work = new(context.Of(WorkFolder.Option));
        var progress = VivaProgress.In(work);
        bool isAll = context.Words is [] or [All];
        var last = LastRuns.Of(isAll ? [] : context.Words, context.Of(RunsOption) ?? "runs");
        int seed = context.Of(SeedOption) ?? progress.Count, count = context.Of(QuestionsOption);
        var pool = QuestionPool.Of(last.Runs, seed, progress);
        if (pool.Left.Count == 0)
            throw new UserMistakeException("None of these runs has measured what a question is made of: run one of the four projects.");
        if (context.Of(AnswersOption) is { } file)
            return Judge(context, work, WrittenAnswers.Read(file, pool.Left), progress);
        if (context.Of(JsonOption))
        {
            context.Say(VivaJson.Questions(pool.Take(count)));
            return true;
        }

        foreach (string passed in last.PassedOver) context.Say($"Passed over: {passed}");
        if (context.Of(PageOption)) return WritePage(context, work, pool.Take(count));
        if (!context.IsAttended) return List(context, pool.Take(count), seed);
        CancellationToken stop = context.Cancellation;
        Interview talk = new(context, work, () => context.Line(stop));
        string[] allowed = [.. pool.Left.Select(one => one.Id)];
        talk.Ask(pool, Math.Min(count, allowed.Length), progress);
        VivaSummary.Show(context, talk.Done);
        VivaSummary.ShowAll(context, allowed, VivaProgress.In(work));
        return true;
    }

    private static bool Judge(ToolContext context, WorkFolder work, WrittenAnswers answers, VivaProgress progress)
    {
        var judged = answers.All.Select(one => (one.Asked, one.Answer, Mark: one.Asked.Question.Key.Judge(one.Answer))).ToArray();
        foreach (var one in judged) progress = progress.With(one.Asked, one.Mark.Outcome);
        progress.Keep(work);
        if (context.Of(JsonOption))
        {
            context.Say(VivaJson.Verdicts(judged, answers.Unread));
        }
        else
        {
            foreach (string fault in answers.Unread) context.Say($"{Capital.First(fault)}: not graded.");
            foreach ((AskedQuestion asked, string answer, Mark mark) in judged)
            {
                context.Say($"{asked.Id}: {Quoted.Value(answer)} {Verdict(mark, asked.Question)}");
            }

            VivaSummary.Show(context, [.. judged.Select(one => (one.Asked, one.Mark.Outcome))]);
        }

        return answers.Unread.Count == 0 && judged.All(one => one.Mark.Outcome != Outcome.Wrong);
    }

    private static string Verdict(Mark mark, Question question) => mark.Outcome switch
    {
        Outcome.Right => $"is right. {question.Because}",
        Outcome.Told => $"is not graded. An answer that would do: {question.Because}",
        _ => $"is not right. {(mark.Says.Length > 0 ? $"{mark.Says} " : "")}The answer: {question.Key.Right.TrimEnd('.')}. "
            + question.Because,
    };

    private static bool WritePage(ToolContext context, WorkFolder work, IReadOnlyList<AskedQuestion> asked)
    {
        work.Replace(Page, VivaPage.Html(asked, Path.GetDirectoryName(Path.GetFullPath(work.PathOf(Page)))!));
        context.Say($"{Counted.Of(asked.Count, "question")}, with folded answers: {work.PathOf(Page)}");
        return true;
    }

    // Nobody sits at a keyboard: the questions, and how to answer them.
    private static bool List(ToolContext context, IReadOnlyList<AskedQuestion> asked, int seed)
    {
        foreach (AskedQuestion one in asked)
        {
            context.Say($"{one.Id}: {one.Question.Text} ({one.Question.Key.Wanted})");
            foreach (string line in one.Question.Key.Lines) context.Say($"  {line}");
        }

        context.Say();
        context.Say($"Write lines such as {asked[0].Id}: ANSWER into a file, then: "
            + $"{Grading(context, seed)} --answers FILE");
        return true;
    }

    // As it was asked, so that the same runs are asked about; the seed decides the numbers, whether it was given or not.
    private static string Grading(ToolContext context, int seed)
    {
        IEnumerable<string> given = new ProjectOption<string?>[] { RunsOption, WorkFolder.Option }
            .Where(context.Options.Given.Contains)
            .Select(option => $"{option.Name} {Quoted.Typed(context.Of(option)!)}");
        return string.Join(' ', [CommandSet.Typed("interview"), .. context.Words.Select(Quoted.Typed), .. given])
            + string.Create(CultureInfo.InvariantCulture, $" {SeedOption.Name} {seed}");
    }

    private static bool ReadSeed(string given, out int? value)
    {
        bool isNumber = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int seed);
        value = seed;
        return isNumber;
    }
}
