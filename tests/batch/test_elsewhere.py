"""Other places than one machine's folders: object stores, clusters, folders that are watched."""

import os
import signal
import subprocess
from functools import partial

import pytest

from extract.batch import Options, run
from extract.batch.cluster import run_on_cluster
from extract.batch.engine import run_local
from extract.batch.inputs import find_inputs
from extract.batch.work import process
from tests.batch import poison
from tests.batch.test_command import COMMAND, bodojaryo, wait_for_records
from tests.batch.test_run import outputs, write


@pytest.fixture
def bucket():
    """The environment in which s3:// means a server on this machine."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer(port=0)
    server.start()
    _, port = server.get_host_and_port()
    yield os.environ | {
        "FSSPEC_S3_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    server.stop()


def test_inputs_and_outputs_in_an_object_store(tmp_path, bucket):
    folder = write(tmp_path / "in", 3)
    put = (
        "import fsspec, sys; fs = fsspec.filesystem('s3'); fs.mkdir('releases');"
        "fs.put(sys.argv[1] + '/', 'releases/in/', recursive=True)"
    )
    subprocess.run([COMMAND[0], "-c", put, folder], env=bucket, check=True)
    there = bodojaryo("run", "s3://releases/in", "-o", "s3://releases/out", env=bucket)
    assert there.returncode == 0, there.stderr
    again = bodojaryo("run", "s3://releases/in", "-o", "s3://releases/out", env=bucket)
    assert "3 unchanged" in again.stderr
    back = "import fsspec, sys; fsspec.filesystem('s3').get('releases/out/', sys.argv[1], recursive=True)"
    subprocess.run([COMMAND[0], "-c", back, tmp_path / "back"], env=bucket, check=True)
    assert bodojaryo("run", folder, "-o", tmp_path / "here").returncode == 0
    assert outputs(tmp_path / "back") == outputs(tmp_path / "here")


@pytest.mark.filterwarnings("ignore")  # Dask and tornado warn of their own affairs
def test_a_cluster_gives_the_same_bytes_and_isolates_the_same_way(tmp_path):
    folder = write(tmp_path / "in", 120)
    (folder / "독.txt").write_text("poison: kill")
    items = find_inputs([str(folder)])
    here = run(items, Options(str(tmp_path / "here")), partial(run_local, work=poison.work, workers=2))
    there = run(items, Options(str(tmp_path / "there")), partial(run_on_cluster, work=poison.work, address="local"))
    assert (there.done, there.failed) == (here.done, here.failed) == (121, 1)
    assert outputs(tmp_path / "there") == outputs(tmp_path / "here")


@pytest.mark.filterwarnings("ignore")
def test_a_machine_that_dies_loses_nothing(tmp_path):
    import dask
    from distributed import Client, LocalCluster

    folder = write(tmp_path / "in", 300)
    items = find_inputs([str(folder)])
    dask.config.set({"distributed.worker.daemon": False})
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        pids = list(client.run(os.getpid).values())
        killed = []

        def engine(jobs, stop):
            for done in run_on_cluster(jobs, stop, process, cluster.scheduler_address):
                if not killed:
                    os.kill(pids[0], signal.SIGKILL)
                    killed.append(pids[0])
                yield done

        summary = run(items, Options(str(tmp_path / "out")), engine)
    assert (summary.done, summary.failed) == (300, 0)
    assert len(outputs(tmp_path / "out")) == 600


def test_watching_a_folder(tmp_path):
    folder, out = write(tmp_path / "in", 1), tmp_path / "out"
    watching = subprocess.Popen([*COMMAND, "watch", folder, "-o", out], stderr=subprocess.PIPE, text=True)
    try:
        wait_for_records(out, 1)
        write(folder, 3)
        wait_for_records(out, 3)
    finally:
        watching.send_signal(signal.SIGINT)
        watching.communicate(timeout=30)
    assert watching.returncode == 0
