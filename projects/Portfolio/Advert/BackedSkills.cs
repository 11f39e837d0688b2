using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Advert;

/// <summary>Sentences for a CV that runs carry, as evidence of skills: what <c>cv</c> withholds backs nothing.</summary>
internal sealed class BackedSkills
{
    private readonly List<(CvStory Story, string Run)> _told = [];

    public BackedSkills(IReadOnlyList<FinishedRun> runs)
    {
        foreach (FinishedRun run in runs)
        {
            HashSet<string> lines = [.. CvPage.Of([run], CvFormat.Txt).Lines];
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder)));
            _told.AddRange(CvStories.Of(run).Where(story => lines.Contains($"{story.Medium}")).Select(story => (story, name)));
        }
    }

    /// <summary>Sentences that rest on evidence of a skill, each with the run.</summary>
    public IReadOnlyList<(string Sentence, string Run)> Of(Skill skill) =>
    [
        .. _told.Where(one => one.Story.Medium.RestsOn.Any(measurement => skill.IsBackedBy(measurement.Id)))
            .Select(one => ($"{one.Story.Medium}", one.Run)),
    ];
}
