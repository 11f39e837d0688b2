using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Lessons;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Lessons as pages for a browser.</summary>
public sealed class LessonFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-lessons-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_lesson_has_its_own_figure_below_the_heading_that_speaks_of_it()
    {
        WorkFolder work = new(_folder.FullName);
        string[] pages =
        [
            .. ExerciseCatalogue.All.Select(exercise => File.ReadAllText(LessonFiles.Write(work, exercise))),
            .. ShortLesson.All.Select(lesson => File.ReadAllText(LessonFiles.Write(work, lesson))),
        ];
        Assert.All(pages, page => Assert.InRange(
            page.IndexOf("<svg", StringComparison.Ordinal), page.IndexOf(">The picture<", StringComparison.Ordinal), page.Length));
        Assert.Equal(pages.Length, ExerciseCatalogue.All.Select(exercise => exercise.Drawing().Name)
            .Concat(ShortLesson.All.Select(lesson => lesson.Drawing().Name)).Distinct().Count());
    }

    [Fact]
    public void Every_exercise_has_a_page_with_the_sections_of_the_others_and_asks_what_an_interviewer_asks() =>
        Assert.All(ExerciseCatalogue.All, exercise =>
        {
            string lesson = ExerciseText.Lesson(exercise);
            string[] headings = ["The picture", "The formula", "The job it is for", "What you write", "What an interviewer asks"];
            Assert.All(headings, heading => Assert.Contains($"## {heading}\n", lesson, StringComparison.Ordinal));
            Assert.Contains(
                exercise.InterviewQuestion, lesson.Replace('\n', ' '), StringComparison.Ordinal);
        });
}
