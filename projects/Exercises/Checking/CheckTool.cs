using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.YourTurn;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary><c>check</c>: the gradients in YourTurn, graded.</summary>
internal sealed class CheckTool(IReadOnlyList<IGradientAnswer> answers) : ITool
{
    public CheckTool() : this(YourTurnCatalogue.All) { }

    public string Verb => "check";

    public string Title => "Grades the gradients you write, and names the likely mistake";

    public string Description =>
        "Write a gradient in one of the files of projects/Exercises/YourTurn: "
        + "the loss is given, with one marked place for your formula. "
        + "Then check it: every parameter gets a verdict, and a wrong one the name of the likely mistake, "
        + "the term to look at and the numbers behind it. "
        + "Without a name it lists all exercises and how far you are.";

    public string Words => "[NAME]";

    public bool RunsForeignCode => true;

    public IReadOnlyList<CommandExample> Examples { get; } = [new("", "how far you are"), new("logistic-bce", "one gradient, graded")];

    public IReadOnlyList<ProjectOption> Options => [CommonOptions.SeedOption];

    public bool Answer(ToolContext context)
    {
        if (context.Words.Count > 1)
        {
            throw new UserMistakeException($"{Quoted.Value(context.Words[1])} follows a name, and only one gradient "
                + $"is graded at a time: give one name.");
        }
        int seed = context.Of(CommonOptions.SeedOption);
        return context.Words.Count == 0 ? List(context, seed) : Grade(ByName(context.Words[0]), context, seed);
    }

    private IGradientAnswer ByName(string name) =>
        answers.FirstOrDefault(answer => answer.Derivation.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? YourTurnCatalogue.ByName(name);

    /// <summary>One line each; that some are not written yet is no mistake.</summary>
    private bool List(ToolContext context, int seed)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3))
            .AddColumn(new GridColumn().NoWrap().PadRight(3))
            .AddColumn(new GridColumn().NoWrap());
        bool wrong = false;
        foreach (IGradientAnswer answer in answers)
        {
            GradeSheet sheet = Examination.Of(answer.Derivation, seed, tried: 0).Grade(answer);
            // Zeros may be right by themselves, as for a bias without penalty.
            bool isEmpty = !sheet.IsRight && sheet.Verdicts.All(verdict => verdict.Kind is VerdictKind.NotWritten or VerdictKind.Right);
            wrong |= !sheet.IsRight && !isEmpty;
            grid.AddRow(
                new Words(answer.Derivation, new Style(Color.Blue)),
                new Words(sheet.IsRight ? "right"
                    : isEmpty ? "not written yet"
                    : $"{sheet.Verdicts.Count(verdict => verdict.Kind == VerdictKind.Right)} of "
                        + $"{sheet.Verdicts.Count} right"),
                new Words($"{answer.GetType().Name}.cs"));
        }

        context.Output.Write(grid);
        context.Say();
        context.Say($"The files are in {ExercisesProgram.Folder}/YourTurn. Write one, then: {CommandSet.Typed(Verb)} NAME");
        return !wrong;
    }

    private static bool Grade(IGradientAnswer answer, ToolContext context, int seed)
    {
        GradeSheet sheet = Tutor.Grade(answer, seed);
        context.Head(DerivationCatalogue.ByName(answer.Derivation).Title);
        context.Say($"your answer: {FileOf(answer)}");
        context.Say($"evaluated at {sheet.Points.Count} points: {string.Join("; ", sheet.Points)}");
        foreach (ParameterVerdict verdict in sheet.Verdicts)
        {
            context.Say();
            context.Head($"∂L/∂{verdict.Parameter}: {verdict.Summary}");
            foreach ((int k, LikelyMistake likely) in verdict.Likely.Index())
                context.Say($"  {(k == 0 ? "most likely" : "or")}: {likely}");
        }

        context.Say();
        context.Say(sheet.IsRight
            ? "All of it is right. To compare, the derivation: " + Command(DerivationsVerb, answer)
            : "When you have changed it: " + Command("check", answer));
        return sheet.IsRight;
    }

    private const string DerivationsVerb = "derivations";

    private static string Command(string verb, IGradientAnswer answer) => $"{CommandSet.Typed(verb)} {answer.Derivation}";

    private static string FileOf(IGradientAnswer answer) => $"{ExercisesProgram.Folder}/YourTurn/{answer.GetType().Name}.cs";
}
