using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Calculus;
using MlMaths.Torch.Exercises.Checking;
using MlMaths.Torch.Exercises.Derivations;
using MlMaths.Torch.Exercises.Dojo;
using MlMaths.Torch.Exercises.Explain;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Plan;

namespace MlMaths.Torch.Exercises;

/// <summary>What this program can do.</summary>
internal static class ExercisesProgram
{
    public const string Folder = "projects/Exercises";

    public static CommandGroup Group { get; } = new(
        "Learn by writing it yourself",
        [
            CommandVerb.Of(new LearnTool()),
            CommandVerb.Of(new PlanTool()),
            CommandVerb.Of(new DojoTool()),
            CommandVerb.Of(new DerivationsTool()),
            CommandVerb.Of(new CheckTool()),
            CommandVerb.Of(new ExplainProject()),
            CommandVerb.Of(new CalculusProject()),
        ]);

    public static CommandSet Commands { get; } = new("Exercises: derive it, check it, see what autograd does", [Group]);
}
