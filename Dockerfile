# One image for every process. By itself it runs a whole instance with SQLite and an embedded
# Valkey; compose.yaml runs one process a container, with PostgreSQL and Valkey beside them.
FROM python:3.13-slim AS libraries
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.txt

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /app brownout \
 && install -d -o brownout -g brownout /app /data
COPY --from=libraries /venv /venv
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BROWNOUT_DATA=/data \
    HOST=0.0.0.0 \
    PORT=8000
WORKDIR /app
COPY --chown=brownout:brownout manage.py LICENSE ./
COPY --chown=brownout:brownout config config
COPY --chown=brownout:brownout reports reports
COPY --chown=brownout:brownout outages outages
USER brownout
# Static files are the same in every container of the image. The key is of no use after this line.
RUN SECRET_KEY=unused BROWNOUT_DATA=/tmp/build python manage.py collectstatic --noinput --verbosity 0 --ignore redoc --ignore rest_framework
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=60s \
  CMD ["python", "-c", "import http.client, os; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=5); c.request('GET', '/healthz', headers={'Host': os.environ.get('ALLOWED_HOSTS', 'localhost').split(',')[0]}); raise SystemExit(c.getresponse().status != 200)"]
CMD ["python", "manage.py", "run"]
