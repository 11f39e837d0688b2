using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>The curves of a case as a page for a browser, among the learner's files.</summary>
internal static class DojoFigure
{
    /// <summary>Writes the page; where it is.</summary>
    public static string Write(WorkFolder work, DojoBout bout)
    {
        TrainingHistory history = bout.Broken.History;
        Figure figure = TrainingCurvesFigure.Draw("curves", "loss, as the training measures it",
        [
            history.Curve("epoch_loss") with { Run = "training" }, history.Curve("loss", "validation") with { Run = "validation" },
        ]);
        string place = $"dojo/{bout.Case.Key}.html";
        work.Replace(place, LessonPage.Html(bout.Case.Title, $"# {bout.Case.Title}\n\n## The picture\n", figure));
        return Path.GetFullPath(work.PathOf(place));
    }
}
