using MlMaths.Torch.Cli;
using MlMaths.Torch.EvaluationPack;
using MlMaths.Torch.Exercises;
using MlMaths.Torch.Exercises.Plan;
using MlMaths.Torch.ImbalancedDecision;
using MlMaths.Torch.LogisticRegression;
using MlMaths.Torch.NeuralNetDiagnostics;
using MlMaths.Torch.NeuralNetDiagnostics.Studies;
using MlMaths.Torch.NeuralNetDiagnostics.Trainings;
using MlMaths.Torch.PcaClustering;
using MlMaths.Torch.Portfolio.Advert;
using MlMaths.Torch.Portfolio.CompareRuns;
using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Portfolio.History;
using MlMaths.Torch.Portfolio.Inspect;
using MlMaths.Torch.Portfolio.Predict;
using MlMaths.Torch.Portfolio.Showcase;
using MlMaths.Torch.Portfolio.TakeAway;
using MlMaths.Torch.Portfolio.Verify;
using MlMaths.Torch.Portfolio.Viva;

namespace MlMaths.Torch.Portfolio;

/// <summary>The one door to everything that this repository runs.</summary>
internal static class PortfolioProgram
{
    public static CommandGroup Projects { get; } = new(
        "Four portfolio projects",
        [
            CommandVerb.Of(new LogisticProject()),
            CommandVerb.Of(new PcaClusteringProject()),
            CommandVerb.Of(new DecisionProject()),
            CommandVerb.Of(new NeuralNetProject()),
        ]);

    /// <summary>What a single setting changes.</summary>
    public static CommandGroup Studies { get; } = new("What one setting changes", [CommandVerb.Of(new StudyProject())]);

    /// <summary>A training that stands in a file.</summary>
    public static CommandGroup Trainings { get; } = new(
        "A training of your own", [CommandVerb.Of(new TrainProject()), CommandVerb.Of(new DoctorProject())]);

    /// <summary>Commands about a file of one's own.</summary>
    public static CommandGroup OwnFile { get; } = new("Your own CSV",
        [CommandVerb.Of(new InspectProject()), CommandVerb.Of(new PredictTool())]);

    /// <summary>One page of all runs, and claims that others can check.</summary>
    public static CommandGroup Evidence { get; } = new("For others to see",
        [CommandVerb.Of(new PortfolioTool()), CommandVerb.Of(new CvTool()), CommandVerb.Of(new VerifyTool()),
            CommandVerb.Of(new InterviewTool()), CommandVerb.Of(new HistoryTool()),
            CommandVerb.Of(new CompareRunsProject()), CommandVerb.Of(new FigureTool()),
            CommandVerb.Of(new AdvertTool())]);

    public static CommandSet Commands { get; } = new(
        "mlmaths: learn and prove the maths behind machine learning",
        [Projects, Studies, Trainings, OwnFile, EvaluationProgram.Group, ExercisesProgram.Group, Evidence])
    {
        FirstSteps =
        [
            new("logistic", "train a model from scratch, and read its report: a few seconds"),
            new("inspect mine.csv", "look at your own file: what is in it, and what to run next"),
            new("learn", "write your first exercise, and be told at every save how it stands"),
            new("explain \"(w*x - y)^2\" w=0.5 x=2 y=3", "what autograd does, step by step"),
            new("metrics --scores runs/sample/evaluation-pack/predictions.csv --target target --score score_logistic --positive malignant",
                "how good the scores of any program are"),
        ],
        Now = PlanTool.Now,
        LongForm = "dotnet run -c Release --project projects/Portfolio -- COMMAND",
    };
}
