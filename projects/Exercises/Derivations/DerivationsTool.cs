using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Probability;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Exercises.Derivations;

/// <summary><c>derivations</c>: the catalogue, or one derivation with its formulas and what it is worth.</summary>
internal sealed class DerivationsTool : ITool
{
    private const int Points = 20;

    public string Verb => "derivations";

    public string Title => "Lists the gradients that are derived by hand, or prints one";

    public string Description =>
        "Without a name it lists the catalogue. "
        + "With a name it prints the derivation, forward and backward, letter for letter as in the code, "
        + "and compares it with autograd and with central differences at random points.";

    public string Words => "[NAME]";

    public IReadOnlyList<CommandExample> Examples { get; } = [new("", "all of them"), new("layer-norm", "one, formulas first")];

    public IReadOnlyList<ProjectOption> Options => [CommonOptions.SeedOption];

    public bool Answer(ToolContext context)
    {
        if (context.Words.Count > 1)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(context.Words[1])} follows a name, and only one derivation is printed at a time: "
                + $"give one name.");
        }
        if (context.Words.Count == 1)
            return Print(DerivationCatalogue.ByName(context.Words[0]), context);

        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (IDerivation derivation in DerivationCatalogue.All)
            grid.AddRow(new Words(derivation.Name, new Style(Color.Blue)), new Words(derivation.Title));
        context.Output.Write(grid);
        context.Say();
        context.Say($"One of them, with its formulas: {CommandSet.Typed(Verb)} NAME");
        return true;
    }

    private static bool Print(IDerivation derivation, ToolContext context)
    {
        context.Head(derivation.Title);
        context.Say();
        foreach (string line in derivation.Formula.Plain.Split('\n'))
            context.Say($"  {line.TrimEnd()}");
        context.Say();
        context.Say($"differentiated   {string.Join(", ", derivation.Inputs.Where(input => input.IsDifferentiated))}");
        context.Say($"held fixed       {Fixed(derivation)}");
        context.Say($"source           {derivation.Source}");
        context.Say($"code             shared/MlMaths.Torch/Calculus/Derivations/{derivation.GetType().Name}.cs");
        context.Say();
        (double autograd, double differences) = Distances(derivation, context.Of(CommonOptions.SeedOption));
        context.Say(
            FormattableString.Invariant($"At {Points} random points, every coordinate: at most {autograd:0.0e-0} from ")
            + FormattableString.Invariant($"autograd and {differences:0.0e-0} from central differences."));
        return true;
    }

    private static string Fixed(IDerivation derivation) =>
        derivation.Inputs.Any(input => !input.IsDifferentiated)
            ? string.Join(", ", derivation.Inputs.Where(input => !input.IsDifferentiated))
            : "nothing";

    private static (double Autograd, double Differences) Distances(IDerivation derivation, int seed)
    {
        double autograd = 0, differences = 0;
        for (int k = 0; k < Points; k++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using var source = new DerivationSource(derivation.Draw(Seeds.Of(seed, DrawnFor.Checks, k)));
            var verdict = GradientVerdict.Of(source, source.Autograd, source.Batch, () => derivation.Kinks(source.Point));
            (autograd, differences) = (Math.Max(autograd, verdict.ToAutograd), Math.Max(differences, verdict.ToDifferences));
        }

        return (autograd, differences);
    }
}
