using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Learn.Lessons;

/// <summary>Lessons as pages for a browser, among the learner's files.</summary>
internal static class LessonFiles
{
    /// <summary>Writes the page of an exercise; where it is.</summary>
    public static string Write(WorkFolder work, Exercise exercise) =>
        Write(work, Path.GetFileNameWithoutExtension(exercise.Place), exercise.Title, ExerciseText.Lesson(exercise), exercise.Drawing());

    /// <summary>Writes the page of a short lesson; where it is.</summary>
    public static string Write(WorkFolder work, ShortLesson lesson) =>
        Write(work, lesson.Word, lesson.Title, lesson.Text, lesson.Drawing());

    /// <summary>Where the page of a lesson stands among the learner's files.</summary>
    public static string PlaceOf(string name) => $"lessons/{name}.html";

    private static string Write(WorkFolder work, string name, string title, string markdown, LessonDrawing drawing)
    {
        string place = PlaceOf(name);
        work.Replace(place, LessonPage.Html(title, markdown, LessonFigure.Draw(drawing)));
        return Path.GetFullPath(work.PathOf(place));
    }
}
